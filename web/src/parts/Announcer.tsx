/** What a screen reader hears of the bidding: a line every second and a half, and three moments. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { LotView, Stage } from '../lot/state'
import { second } from '../net/clock'
import { type Key, t } from '../words/i18n'
import { money } from '../words/numbers'

const APART_MS = 1_500
// A log is read as it grows; what was spoken long ago need not stay.
const KEPT = 3
const MOMENTS: Record<number, Key> = {
  300: 'lot.spokenLeft5',
  60: 'lot.spokenLeft1',
  10: 'lot.spokenLeft10',
}

type Line = { id: number; text: string }

export function Announcer({ lot, stage }: { lot: LotView; stage: Stage }) {
  const { lines, speak } = useVoice()
  const { price } = lot
  const first = useRef(price)
  useEffect(() => {
    // The price with which the page opened is on the page.
    if (price === null || price === first.current) return
    first.current = null
    speak(t('lot.spoken', { amount: money(price) }))
  }, [price, speak])

  const left =
    stage === 'open' && lot.endsAt ? Math.round(Date.parse(lot.endsAt) / 1000) - second.value : 0
  useEffect(() => {
    const moment = MOMENTS[left]
    if (moment) speak(t(moment))
  }, [left, speak])

  return (
    <div class="unseen" role="log" aria-label={t('lot.spokenLog')}>
      {lines.map(line => (
        <p key={line.id}>{line.text}</p>
      ))}
    </div>
  )
}

/** Lines at least `APART_MS` apart; of several that wait, the newest is spoken. */
function useVoice() {
  const lines = useSignal<Line[]>([])
  const voice = useRef({ quietUntil: 0, timer: 0, next: '', id: 0 })
  const speak = useRef((text: string) => {
    const now = voice.current
    now.next = text
    if (now.timer) return
    now.timer = window.setTimeout(
      () => {
        now.timer = 0
        now.id += 1
        now.quietUntil = performance.now() + APART_MS
        lines.value = [...lines.peek(), { id: now.id, text: now.next }].slice(-KEPT)
      },
      Math.max(0, now.quietUntil - performance.now()),
    )
  })
  useEffect(() => () => clearTimeout(voice.current.timer), [])
  return { lines: lines.value, speak: speak.current }
}
