/** What a screen reader hears of the bidding: a line every second and a half, and three moments. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { LotView } from '../lot/state'
import { second } from '../net/clock'
import { t } from '../words/i18n'
import { money } from '../words/numbers'

const APART_MS = 1_500
const MOMENTS = { 300: 'lot.spokenLeft5', 60: 'lot.spokenLeft1', 10: 'lot.spokenLeft10' } as const

export function Announcer({ lot }: { lot: LotView }) {
  const said = useSignal('')
  const quietUntil = useSignal(0)
  const { price, phase, endsAt } = lot

  useEffect(() => {
    if (price === null || phase !== 'OPEN') return
    const wait = Math.max(0, quietUntil.peek() - Date.now())
    // A newer price replaces the one that waits to be spoken.
    const timer = setTimeout(() => {
      quietUntil.value = Date.now() + APART_MS
      said.value = t('lot.spoken', { amount: money(price) })
    }, wait)
    return () => clearTimeout(timer)
  }, [price, phase, quietUntil, said])

  const left = endsAt && phase === 'OPEN' ? Math.round(Date.parse(endsAt) / 1000) - second.value : 0
  useEffect(() => {
    const moment = MOMENTS[left as keyof typeof MOMENTS]
    if (moment) said.value = t(moment)
  }, [left, said])

  return (
    <p class="unseen" role="log" aria-live="polite">
      {said.value}
    </p>
  )
}
