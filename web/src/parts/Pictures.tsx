/** Photos that belong to what was written: evidence, and proofs. */
import './files.css'
import type { PhotoFragment } from '../gql'
import { Photo } from './Photo'

type Props = { title: string; photos: (PhotoFragment & { id: string })[] }

export function Pictures({ title, photos }: Props) {
  if (photos.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="photos">
        {photos.map(photo => (
          <li key={photo.id}>
            <div class="picture">
              <Photo photo={photo} alt={photo.alt || title} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
