/** What hangs on an animal beside its first photo: turned to by hand or button, played by a touch. */
import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { SlideFragment } from '../gql'
import { savesData } from '../net/thrift'
import { learn } from '../words/bn'
import { slides as words } from '../words/bn/slides'
import { t } from '../words/i18n'
import { duration } from '../words/time'
import { Photo } from './Photo'

learn(words)

type SlideProps = {
  one: SlideFragment
  alt: string
  /** Its place, and that of the one which is seen; both begin with 0. */
  place: number
  seen: Signal<number>
}

export function Slide({ one, alt, place, seen }: SlideProps) {
  // A browser fetches what is one slide away; where data are saved, only what somebody turned to.
  const wanted = useRef(!savesData.peek())
  if (seen.value === place) wanted.current = true
  if (!wanted.current) return <div class="slide" />
  return (
    <div class="slide">
      <Photo photo={one} alt={one.alt || alt} large later />
      {one.videoUrl && <Film film={one} alt={alt} />}
    </div>
  )
}

/** A film costs data, so it comes when it is touched; until then its poster shows. */
export function Film({ film, alt }: { film: SlideFragment; alt: string }) {
  const asked = useSignal(false)
  if (!asked.value) {
    const lasts = duration(film.durationMs ?? 0)
    return (
      <button
        type="button"
        class="show"
        onClick={() => {
          asked.value = true
        }}
      >
        ▶ {t('slides.play', { lasts })}
      </button>
    )
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: people film animals; there is nothing to caption
    <video
      src={film.videoUrl ?? ''}
      poster={film.webpLarge ?? undefined}
      aria-label={film.alt || alt}
      controls
      autoplay
      playsInline
    />
  )
}

type Turning = { slides: RefObject<HTMLDivElement | null>; count: number; seen: Signal<number> }

/** Which one is seen, and the way to its neighbors for who does not swipe. */
export function Turn({ slides, count, seen }: Turning) {
  useEffect(() => {
    const box = slides.current
    if (!box) return
    const look = () => {
      // It may have no width yet.
      seen.value = Math.round(box.scrollLeft / (box.clientWidth || 1))
    }
    box.addEventListener('scroll', look, { passive: true })
    return () => box.removeEventListener('scroll', look)
  }, [slides, seen])

  // How fast it moves is the style sheet's to say: some want no motion.
  function turn(to: number) {
    const box = slides.current
    box?.scrollTo({ left: to * box.clientWidth })
  }

  return (
    <div class="turn">
      <button
        type="button"
        class="plain"
        aria-label={t('slides.before')}
        disabled={seen.value === 0}
        onClick={() => turn(seen.value - 1)}
      >
        ‹
      </button>
      <span role="status">{t('slides.seen', { n: seen.value + 1, of: count })}</span>
      <button
        type="button"
        class="plain"
        aria-label={t('slides.next')}
        disabled={seen.value === count - 1}
        onClick={() => turn(seen.value + 1)}
      >
        ›
      </button>
    </div>
  )
}
