/** An animal's photo; where there is none, or data are saved, a drawing that says that it is one. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PhotoFragment, SlideFragment } from '../gql'
import { savesData } from '../net/thrift'
import { t } from '../words/i18n'
import { Photo } from './Photo'

type Props = {
  species: string
  coat: string
  sex?: string
  alt: string
  photo?: PhotoFragment | null
  /** It is what the page is about: wide, and wanted at once. */
  large?: boolean
  /** All that hangs on it, the photo foremost; wide, one can turn to the others. */
  media?: readonly SlideFragment[] | undefined
}
type Shape = { body: string; legs: string; head: string; extra: string; eye: [number, number] }

const CATTLE: Shape = {
  body: 'M38 56c6-8 18-10 30-9 6-9 14-12 20-7 4 3 5 7 8 9 8 2 14 6 18 12l4 16c-6 6-14 8-22 8H58c-12 0-20-4-22-12-2-7-1-12 2-17z',
  legs: 'M42 78l2 26h7l2-22zM58 82l1 22h7l1-22zM92 82l1 22h7l2-24zM106 78l2 26h7l1-30z',
  head: 'M106 52c6-5 14-6 20-3l12 4c4 2 7 8 6 12-1 5-6 7-11 6l-12-2c-7 0-13-3-15-8z',
  extra:
    'M113 49c-5-7-4-14 2-18 0 6 2 11 6 15zM124 48c2-6 7-10 13-10-2 5-5 9-9 12zM36 58c-6 6-8 16-6 28l-4 6c4 2 8 0 8-6-2-10 0-18 5-22z',
  eye: [126, 56],
}
const BUFFALO: Shape = {
  ...CATTLE,
  body: 'M34 58c8-10 26-13 42-12 14 0 26 4 34 12l6 17c-6 8-16 10-26 10H58c-14 0-24-4-26-12-1-6 0-11 2-15z',
  extra:
    'M110 51c-12-2-19-9-20-18 8 6 16 9 26 11zM124 48c10 0 18-5 21-13 3 11-4 18-16 20zM34 60c-6 6-7 16-5 27l-4 6c4 2 8 0 8-6-2-10 0-17 4-21z',
}
const GOAT: Shape = {
  body: 'M44 60c8-6 20-8 32-7 12 0 20 2 26 6l6 14c-5 6-12 8-20 8H62c-12 0-18-4-20-10-1-5 0-8 2-11z',
  legs: 'M48 76l2 28h5l2-24zM62 80l1 24h5l1-24zM86 80l1 24h5l2-26zM98 76l2 28h5l1-30z',
  head: 'M96 58l10-18c4-5 12-5 16-1l10 8c3 3 3 8-1 10-4 2-9 1-13 0l-8 12z',
  extra:
    'M108 39c-4-8-10-12-17-13 2 8 6 14 12 18zM114 37c-1-9-6-14-12-17 0 8 2 14 6 19zM128 57l-2 11-4-10zM44 60c-6-2-10-6-11-11 6 0 11 2 15 7z',
  eye: [119, 46],
}
const SHEEP: Shape = {
  ...GOAT,
  body: 'M40 62c0-6 6-9 10-8 3-6 10-7 14-4 4-5 12-5 15-1 5-4 12-2 14 2 6-1 11 4 10 9 5 3 5 10 1 13 0 6-6 9-11 8-4 5-11 4-14 1-4 4-12 4-15 0-5 3-12 2-14-3-6 0-11-4-11-9-3-3-2-6 1-8z',
  extra: 'M106 43c-7-2-12 0-15 5 6 3 11 3 16 0zM40 64c-5 1-8 5-8 10 5 0 9-2 11-6z',
}
const SHAPES: Record<string, Shape> = { cattle: CATTLE, buffalo: BUFFALO, goat: GOAT, sheep: SHEEP }

// The first word that is found decides; mixed coats come first.
const COATS: [RegExp, string, string?][] = [
  [/সাদা-কালো|black and white/i, '#f4f2ee', '#26221f'],
  [/সাদা-বাদামি|white and brown/i, '#f4efe6', '#8a5a34'],
  [/কালচে|dark grey/i, '#4a4a4e'],
  [/কালো|black/i, '#2d2a29'],
  [/সাদা|white/i, '#f1ede4'],
  [/ধূসর|grey|gray/i, '#a3a49f'],
  [/লালচে|reddish/i, '#a4552f'],
  [/লাল|red/i, '#b0482c'],
]

export function AnimalPicture({ photo, large = false, media, ...drawn }: Props) {
  const asked = useSignal(false)
  if (!photo?.webp) return <Drawing {...drawn} />
  if (savesData.value && !asked.value) {
    const show = () => {
      asked.value = true
    }
    // In a list a touch leads to the page of the animal, where its photo can be had.
    return <Drawing {...drawn} show={large ? show : undefined} />
  }
  if (large) return <Shown photo={photo} alt={drawn.alt} media={media ?? []} />
  return (
    <div class="picture">
      <Photo photo={photo} alt={photo.alt || drawn.alt} />
    </div>
  )
}

type ShownProps = { photo: PhotoFragment; alt: string; media: readonly SlideFragment[] }

/** The photo at once; once all media are known, one turns to the others beside it. */
function Shown({ photo, alt, media }: ShownProps) {
  const slides = useRef<HTMLDivElement>(null)
  const seen = useSignal(0)
  const [first, ...others] = media
  const more = useSlides(others.length > 0 || Boolean(first?.videoUrl))
  const turned = more &&
    others.length > 0 && { role: 'group' as const, tabIndex: 0, 'aria-label': alt }
  return (
    <div class="picture">
      <div class="slides" ref={slides} {...turned}>
        <div class="slide">
          <Photo photo={photo} alt={photo.alt || alt} large />
          {more && first?.videoUrl && <more.Film film={first} alt={alt} />}
        </div>
        {more &&
          others.map((one, n) => (
            <more.Slide key={one.id} one={one} alt={alt} place={n + 1} seen={seen} />
          ))}
      </div>
      {turned && <more.Turn slides={slides} count={media.length} seen={seen} />}
    </div>
  )
}

/** Most animals have one photo; what turns and plays comes for the others. */
function useSlides(wanted: boolean) {
  const [part, setPart] = useState<typeof import('./Slides') | null>(null)
  useEffect(() => {
    if (!wanted) return
    import('./Slides').then(setPart, () => undefined) // without it, the photo is there
  }, [wanted])
  return part
}

type Drawn = Omit<Props, 'photo' | 'large' | 'media'> & { show?: (() => void) | undefined }

function Drawing({ species, coat, sex = '', alt, show }: Drawn) {
  const shape = SHAPES[species] ?? CATTLE
  const [, fill, spots] = COATS.find(([words]) => words.test(coat)) ?? [null, '#8a5a34']
  const hornless = sex === 'heifer'
  return (
    <div class="picture">
      <svg viewBox="0 0 160 120" role="img" aria-label={`${alt} (${t('shell.drawn')})`}>
        <rect width="160" height="120" class="sky" />
        <path d="M0 96c30-8 60-4 90-6s50-4 70 0v30H0z" class="ground" />
        <g fill={fill} stroke="#1d1712" stroke-width="1.2" stroke-linejoin="round">
          <path d={shape.legs} />
          {!hornless && <path d={shape.extra} />}
          <path d={shape.body} />
          {spots && (
            <path
              d="M56 56c8-4 16 0 16 8s-10 12-16 6-6-10 0-14zM88 66c8-2 14 2 12 9s-14 4-14-2z"
              fill={spots}
              stroke="none"
            />
          )}
          <path d={shape.head} />
        </g>
        <circle
          cx={shape.eye[0]}
          cy={shape.eye[1]}
          r="1.8"
          fill={fill === '#2d2a29' ? '#fff' : '#1d1712'}
        />
      </svg>
      <small aria-hidden="true">{t('shell.drawn')}</small>
      {show && (
        <button type="button" class="show" onClick={show}>
          {t('shell.showPhoto')}
        </button>
      )}
    </div>
  )
}
