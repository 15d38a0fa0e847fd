/** What stands where the form was while one cannot bid: not yet, no longer, and what comes next. */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { WonDealsQuery } from '../gql'
import { WonDealsDocument } from '../gql/lot'
import type { Own } from '../lot/bidding'
import type { LotView, Stage } from '../lot/state'
import { query } from '../net/client'
import { t } from '../words/i18n'
import { money } from '../words/numbers'
import { clockTime, longDate } from '../words/time'

type Props = { lot: LotView; stage: Stage; own: Own; won: boolean }
type Deal = WonDealsQuery['myDeals']['edges'][number]['node']

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

/** The winner's next steps, with the moment by which to pay. */
function Won({ lot }: { lot: LotView }) {
  const deal = useSignal<Deal | null>(null)
  useEffect(() => {
    query(WonDealsDocument, {}).then(
      ({ myDeals }) => {
        deal.value = myDeals.edges.find(({ node }) => node.lotId === lot.id)?.node ?? null
      },
      () => undefined, // the steps hold without the moment too
    )
  }, [lot.id, deal])
  const payBy = deal.value?.payBy
  return (
    <>
      <p>{t('lot.won')}</p>
      <ol class="next-steps">
        <li>{payBy ? t('lot.stepPayBy', moment(payBy)) : t('lot.stepPay')}</li>
        <li>{t('lot.stepTake', { name: lot.animal.sellerName })}</li>
        <li>{t('lot.stepHasil')}</li>
      </ol>
      <a
        class="button"
        href={deal.value ? `/haat/deal/${deal.value.id.replace('Deal:', '')}` : '/amar'}
      >
        {t('lot.wonNext')}
      </a>
    </>
  )
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
