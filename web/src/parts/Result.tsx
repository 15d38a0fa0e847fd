/** What stands where the form was while one cannot bid: not yet, no longer, and what comes next. */
import type { ComponentChildren } from 'preact'
import type { Own } from '../lot/bidding'
import type { LotView, Stage } from '../lot/state'
import { t } from '../words/i18n'
import { money } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { onDemand } from './onDemand'

// One visitor of a lot wins it: his next steps come when he has.
const Won = onDemand(() => import('./Won').then(each => each.Won))

type Props = { lot: LotView; stage: Stage; own: Own; won: boolean }

export function Result({ lot, stage, own, won }: Props) {
  switch (stage) {
    case 'waiting':
      return <Notice title={t('lot.noTime')}>{reasonOf(lot)}</Notice>
    case 'before':
      return (
        <Notice title={t('lot.before', moment(lot.startsAt ?? ''))}>
          <p>{t('lot.beforeWhy')}</p>
        </Notice>
      )
    case 'closing':
      return (
        <Notice title={t('lot.ending')}>
          <p>{t('lot.closing')}</p>
        </Notice>
      )
    case 'voided':
      return (
        <Notice kind="bad" title={t('lot.voided')}>
          {reasonOf(lot)}
        </Notice>
      )
    case 'withdrawn':
      return (
        <Notice title={t('lot.withdrawn')}>
          <Onward />
        </Notice>
      )
    case 'unsold':
      return (
        <Notice title={t('lot.unsold')}>
          <p>{t(lot.bidCount === 0 ? 'lot.unsold_NO_BIDS' : 'lot.unsold_UNDER_RESERVE')}</p>
          <Onward />
        </Notice>
      )
    default:
      return (
        <Notice kind="good" title={t('lot.sold', { amount: money(lot.price ?? 0) })}>
          {lot.leader !== null && !won && <p>{t('lot.boughtBy', { n: lot.leader })}</p>}
          {won && <Won lot={lot} />}
          {own && !won && <p>{t('lot.notWon')}</p>}
          {!won && <Onward />}
        </Notice>
      )
  }
}

function Onward() {
  return (
    <p>
      <a href="/haat">{t('lot.onward')}</a>
    </p>
  )
}

type NoticeProps = { title: string; kind?: 'good' | 'bad'; children?: ComponentChildren }

function Notice({ title, kind, children }: NoticeProps) {
  return (
    <div class={`bid-form result notice ${kind ?? ''}`} role="status">
      <strong>{title}</strong>
      {children}
    </div>
  )
}

function reasonOf(lot: LotView) {
  return lot.reason ? <p>{t('lot.reason', { reason: lot.reason })}</p> : null
}

function moment(at: string) {
  return { day: longDate(at), time: clockTime(at) }
}
