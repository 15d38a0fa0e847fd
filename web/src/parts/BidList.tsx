/** All bids, newest first. The rows keep their place and change their text: nothing jumps. */
import { useSignal } from '@preact/signals'
import { OlderBidsDocument } from '../gql'
import { olderBids } from '../lot/older'
import { type Bid, type LotView, SHOWN } from '../lot/state'
import { query } from '../net/client'
import { asFault } from '../net/faults'
import { pick, t } from '../words/i18n'
import { clockTime } from '../words/time'
import { Money } from './Money'
import { toast } from './Toast'

export function BidList({ lot, own }: { lot: LotView; own: number | null }) {
  const older = useSignal<Bid[]>([])
  const last = lot.bids.at(-1)?.line ?? 0
  const rest = older.value.filter(bid => bid.line < last)
  const hidden = lot.bidCount - lot.bids.length - rest.length

  async function more() {
    try {
      const { lotLog } = await query(OlderBidsDocument, { lotId: lot.id })
      older.value = olderBids(lotLog?.lines ?? [])
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    }
  }

  const empty = Math.max(0, SHOWN - lot.bids.length)
  return (
    <>
      {lot.bids.length === 0 && <p class="soft">{t('lot.noBids')}</p>}
      <ol class="bids" aria-label={t('lot.bids')}>
        {lot.bids.map((bid, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is a place; its text changes
          <Row key={row} bid={bid} own={own} />
        ))}
        {lot.bids.length > 0 &&
          Array.from({ length: empty }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the empty places are all alike
            <li key={`empty${row}`} class="none" aria-hidden="true" />
          ))}
        {rest.map(bid => (
          <Row key={`line${bid.line}`} bid={bid} own={own} />
        ))}
      </ol>
      {hidden > 0 && rest.length === 0 && (
        <button type="button" class="plain" onClick={() => void more()}>
          {t('lot.more')}
        </button>
      )}
    </>
  )
}

function Row({ bid, own }: { bid: Bid; own: number | null }) {
  const isOwn = bid.bidder === own
  return (
    <li class={isOwn ? 'own' : undefined} data-line={bid.line}>
      <span class="who">
        {t('lot.bidder', { n: bid.bidder })}
        {isOwn && <b> {t('lot.you')}</b>}
      </span>
      <Money paisa={bid.price} />
      <time dateTime={bid.acceptedAt}>{clockTime(bid.acceptedAt, { seconds: true })}</time>
    </li>
  )
}
