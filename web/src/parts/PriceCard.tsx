/** Price and time: the two things that everybody came for. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type LotView, minimumOf, perKilo } from '../lot/state'
import { second } from '../net/clock'
import { canAct, connection } from '../net/live'
import { t } from '../words/i18n'
import { money } from '../words/numbers'
import { clockTime, duration, longDate } from '../words/time'
import { Money } from './Money'

const FLASH_MS = 6_000

export function PriceCard({ lot, following }: { lot: LotView; following: boolean }) {
  const label = t(labelOf(lot))
  const stale = following && !canAct.value && connection.value !== 'idle'
  const kilo = perKilo(lot)
  return (
    <section class={stale ? 'price-card stale' : 'price-card'} aria-label={label}>
      <div>
        <p class="label">{label}</p>
        <p class="price">
          <Money paisa={lot.price ?? lot.startPrice} />
        </p>
      </div>
      <TimeLeft lot={lot} />
      <p class="per-kilo">
        {kilo !== null && <span>{t('lot.perKilo', { amount: money(kilo) })}</span>}
        {lot.bidderCount > 0 && <span>{t('lot.bidders', { n: lot.bidderCount })}</span>}
        {lot.watching !== null && <span>{t('lot.watching', { n: lot.watching })}</span>}
        {stale && <strong>{t('shell.lastKnown')}</strong>}
      </p>
      {lot.reserveMet !== null && lot.phase === 'OPEN' && (
        <p class="reserve">{t(lot.reserveMet ? 'lot.reserveMet' : 'lot.reserveNot')}</p>
      )}
      <p class="unseen">{t('lot.least', { amount: money(minimumOf(lot)) })}</p>
    </section>
  )
}

function labelOf(lot: LotView) {
  if (lot.price === null) return 'lot.start'
  return lot.phase === 'CLOSED' ? 'lot.final' : 'lot.highest'
}

function TimeLeft({ lot }: { lot: LotView }) {
  const flash = useExtension(lot.endsAt)
  const until = lot.phase === 'SCHEDULED' ? lot.startsAt : lot.endsAt
  if (!until) return <div />
  if (lot.phase !== 'OPEN' && lot.phase !== 'SCHEDULED') {
    return (
      <div>
        <p class="label">{t('lot.ended')}</p>
        <p class="timer over">
          {longDate(until)}, {clockTime(until)}
        </p>
      </div>
    )
  }
  const left = Date.parse(until) - second.value * 1000
  const label = t(lot.phase === 'OPEN' ? 'lot.left' : 'lot.begins')
  return (
    <div>
      <p class="label">{label}</p>
      <p class={flash ? 'timer flash' : 'timer'} role="timer" aria-live="off" aria-label={label}>
        {left > 0 ? duration(left) : t('lot.ending')}
      </p>
      <p class="extended" role="status">
        {flash && (
          <>
            {t('lot.extended')} <a href="/about#soft-close">{t('lot.why')}</a>
          </>
        )}
      </p>
    </div>
  )
}

/** Whether the end was moved just now. */
function useExtension(endsAt: string | null): boolean {
  const flash = useSignal(false)
  const before = useSignal(endsAt)
  useEffect(() => {
    const was = before.peek()
    before.value = endsAt
    if (!was || !endsAt || Date.parse(endsAt) <= Date.parse(was)) return
    flash.value = true
    const timer = setTimeout(() => {
      flash.value = false
    }, FLASH_MS)
    return () => clearTimeout(timer)
  }, [endsAt, before, flash])
  return flash.value
}
