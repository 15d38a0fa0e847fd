/** Photos and films of something, as a row of small pictures; nothing where there are none. */
import './files.css'
import type { SlideFragment } from '../gql'
import { onDemand } from './onDemand'
import { Photo } from './Photo'

const Film = onDemand(() => import('./Slides').then(each => each.Film))

/** `title`: what they show as long as nobody said better. */
export function Shots({ media, title }: { media: readonly SlideFragment[]; title: string }) {
  if (media.length === 0) return null
  return (
    <ul class="photos">
      {media.map(one => (
        <li key={one.id}>
          <div class="picture">
            <Photo photo={one} alt={one.alt || title} />
            {one.videoUrl && <Film film={one} alt={title} />}
          </div>
        </li>
      ))}
    </ul>
  )
}
