/** A lot where data are saved: its price as it moves, its bids when somebody asks for them. */
import type { Signal } from '@preact/signals'
import type {
  FollowPriceSubscription,
  FollowPriceSubscriptionVariables,
  LotStandQuery,
} from '../gql'
import { FollowPriceDocument, LotStandDocument } from '../gql/lot'
import { query } from '../net/client'
import { InOrder } from '../net/inorder'
import { follow } from '../net/live'
import type { LotView } from './state'

type Item = FollowPriceSubscription['lotPriceEvents']
export type Price = Extract<Item, { __typename: 'LotPrice' }>
export type Stand = NonNullable<LotStandQuery['lot']>

// The end of a lot is worth asking for again.
const RETRY_MS = 3_000

/** Follow the newest price of a lot until the returned function is called; `settled` after its end. */
export function followPrice(
  lotId: string,
  lot: Signal<LotView | null>,
  settled: () => void,
): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined
  const reading = new InOrder()
  const settle = () => {
    readStand(lotId, lot, reading).then(settled, () => {
      retry = setTimeout(settle, RETRY_MS)
    })
  }
  const stop = follow<FollowPriceSubscription, FollowPriceSubscriptionVariables, Item>({
    document: FollowPriceDocument,
    variables: { lotId },
    place: null,
    apply: item => {
      const known = lot.peek()
      if (!known || item.__typename !== 'LotPrice') return
      clearTimeout(retry)
      if (saysTooLittle(known, item)) settle()
      else lot.value = priced(known, item)
    },
  })
  return () => {
    clearTimeout(retry)
    reading.forget()
    stop()
  }
}

/** Read how a lot stands, with its newest bids. */
export function readStand(
  lotId: string,
  lot: Signal<LotView | null>,
  reading = new InOrder(),
): Promise<void> {
  return reading.take(
    () => query(LotStandDocument, { lotId }),
    ({ lot: stand }) => {
      const known = lot.peek()
      if (stand && known) lot.value = { ...known, ...stand }
    },
  )
}

/** Whether more may have happened than a price tells: the end, other terms, or bids taken out. */
export function saysTooLittle(lot: LotView, item: Price): boolean {
  // Fewer than are known may also be older than the viewer's own bid; reading settles both.
  return item.over || item.bidCount === 0 || item.bidCount < lot.bidCount
}

/** Return the lot with another price; the bids stay those that were read last. */
export function priced(lot: LotView, item: Price): LotView {
  const { __typename, over, ...numbers } = item
  return { ...lot, ...numbers, phase: 'OPEN' }
}
