/** All bids, newest first. The rows keep their place and change their text: nothing jumps. */
import { useSignal } from '@preact/signals'
import { OlderBidsDocument } from '../gql/lot'
import { olderBids } from '../lot/older'
import { type Bid, type LotView, SHOWN } from '../lot/state'
import { query } from '../net/client'
import { asFault } from '../net/faults'
import { pick, t } from '../words/i18n'
import { money } from '../words/numbers'
import { clockTime } from '../words/time'
import { toast } from './Toast'

export function BidList({ lot, own }: { lot: LotView; own: number | null }) {
  const older = useSignal<Bid[] | null>(null)
  const places = Array.from({ length: SHOWN }, (_, place) => lot.bids[place] ?? null)
  const last = lot.bids[SHOWN - 1]?.line ?? 0
  const known = older.value ? joined(lot.bids, older.value) : []
  const rest = known.filter(bid => bid.line < last)

  async function more() {
    try {
      const { lotLog } = await query(OlderBidsDocument, { lotId: lot.id })
      older.value = olderBids(lotLog?.lines ?? [])
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    }
  }

  return (
    <>
      <ol class="bids" aria-label={t('lot.bids')}>
        {places.map((bid, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is a place; its text changes
          <Row key={place} bid={bid} own={own} />
        ))}
        {rest.map(bid => (
          <Row key={`line${bid.line}`} bid={bid} own={own} />
        ))}
      </ol>
      {older.value === null && lot.bidCount > SHOWN && (
        <button type="button" class="plain" onClick={() => void more()}>
          {t('lot.more')}
        </button>
      )}
    </>
  )
}

/** What came live and what was in the log when it was asked for, each once, newest first. */
function joined(live: Bid[], logged: Bid[]): Bid[] {
  const oldest = live.at(-1)?.line ?? 0
  return [...live, ...logged.filter(bid => bid.line < oldest)]
}

function Row({ bid, own }: { bid: Bid | null; own: number | null }) {
  if (!bid) return <li class="none" aria-hidden="true" />
  const isOwn = bid.bidder === own
  return (
    <li class={isOwn ? 'own' : undefined} data-line={bid.line}>
      <span class="who">
        {isOwn ? <b>{t('lot.you')}</b> : t('lot.bidder', { n: bid.bidder })}
        {/* The house bids on for the leader: who bid last is not always who leads. */}
        {bid.leader !== bid.bidder && <small>{t('lot.leads', { n: bid.leader })}</small>}
        {isOwn && bid.leader === own && <small>{t('lot.bidder', { n: bid.bidder })}</small>}
      </span>
      <span class="money">{money(bid.price)}</span>
      <time dateTime={bid.acceptedAt}>{clockTime(bid.acceptedAt, { seconds: true })}</time>
    </li>
  )
}
