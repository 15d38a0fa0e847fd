/** Price and time: the two things that everybody came for. */
import { type LotView, perKilo, type Stage } from '../lot/state'
import { second } from '../net/clock'
import { connection } from '../net/live'
import { t } from '../words/i18n'
import { money } from '../words/numbers'
import { clockTime, duration, longDate } from '../words/time'

type Props = { lot: LotView; stage: Stage }

/** Whether what is shown may be of the past: the line was there, and is not. */
function isStale(stage: Stage): boolean {
  const lost = connection.value === 'reconnecting' || connection.value === 'offline'
  return lost && (stage === 'before' || stage === 'open' || stage === 'closing')
}

export function PriceCard({ lot, stage }: Props) {
  const stale = isStale(stage)
  const label = t(labelOf(lot, stage))
  return (
    <section class={stale ? 'price-card stale' : 'price-card'} aria-label={t('lot.highest')}>
      <div>
        <p class="label">{stale ? `${label} (${t('shell.lastKnown')})` : label}</p>
        {/* A new element for a new price: it glows once. */}
        <p class="price money" key={lot.price}>
          {money(lot.price ?? lot.startPrice)}
        </p>
      </div>
      <TimeLeft lot={lot} stage={stage} />
    </section>
  )
}

/** What puts the price into proportion: per kilogram, who leads, how many take part. */
export function PerKilo({ lot, stage }: Props) {
  const kilo = perKilo(lot)
  const shown = [
    kilo !== null && t('lot.perKilo', { amount: money(kilo) }),
    lot.leader !== null && stage === 'open' && t('lot.leads', { n: lot.leader }),
    lot.bidderCount > 0 &&
      t(stage === 'open' ? 'lot.bidders' : 'lot.biddersDone', { n: lot.bidderCount }),
    Boolean(lot.watching) && stage === 'open' && t('lot.watching', { n: lot.watching ?? 0 }),
    stage === 'open' &&
      lot.reserveMet !== null &&
      t(lot.reserveMet ? 'lot.reserveMet' : 'lot.reserveNot'),
  ]
  return <p class="per-kilo">{shown.filter(Boolean).join(' · ')}</p>
}

function labelOf(lot: LotView, stage: Stage) {
  if (stage === 'sold') return 'lot.final'
  return lot.price === null ? 'lot.start' : 'lot.highest'
}

function TimeLeft({ lot, stage }: Props) {
  const running = stage === 'open' || stage === 'closing'
  const until = stage === 'before' ? lot.startsAt : lot.endsAt
  if (!until) return <div />
  if (!running && stage !== 'before') {
    return (
      <div>
        <p class="label">{t('lot.ended')}</p>
        <p class="timer over">
          {longDate(until)}
          <br />
          {clockTime(until)}
        </p>
      </div>
    )
  }
  const left = Date.parse(until) - second.value * 1000
  const label = t(running ? 'lot.left' : 'lot.begins')
  return (
    <div>
      <p class="label">{label}</p>
      <p
        class={stage === 'closing' ? 'timer closing' : 'timer'}
        role="timer"
        aria-live="off"
        aria-label={label}
      >
        {stage === 'closing' ? t('lot.ending') : duration(left)}
      </p>
    </div>
  )
}
