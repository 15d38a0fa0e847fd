/** A lot as it is shown, and how each thing that the stream says changes it. Pure. */
import type { FollowLotSubscription, LiveLotFragment } from '../gql'

export type LotItem = FollowLotSubscription['lotEvents']
export type Bid = LiveLotFragment['bids'][number]
export type LotView = LiveLotFragment

/** How many bids are shown before one asks for the rest. */
export const SHOWN = 20

type Told = Extract<LotItem, { line: number }>

/** Return the lot after an item of its stream; what changes nothing gives the same object. */
export function after(lot: LotView, item: LotItem): LotView {
  if (item.__typename === 'LotSnapshot') return item.lot
  if (!('line' in item)) return lot
  const moved = { ...lot, ...numbersOf(item) }
  switch (item.__typename) {
    case 'LotOpened':
      return { ...moved, phase: 'OPEN' }
    case 'LotScheduled':
    case 'LotRescheduled':
      return { ...moved, phase: 'SCHEDULED' }
    case 'BidPlaced':
      return { ...moved, phase: 'OPEN', bids: withBid(lot.bids, item) }
    case 'BidsVoided':
      // The price is told; the rows of the voided bidder are no longer bids.
      return { ...moved, bids: lot.bids.filter(bid => bid.bidder !== item.bidder) }
    case 'LotClosed':
      return { ...moved, phase: 'CLOSED', result: item.outcome, reason: item.whyUnsold ?? '' }
    case 'LotVoided':
      return { ...moved, phase: 'VOIDED', reason: item.reason }
    case 'LotWithdrawn':
      return { ...moved, phase: 'WITHDRAWN' }
    default:
      return moved
  }
}

/** Return the least step above a price, in paisa. */
export function stepAt(lot: Pick<LotView, 'steps'>, price: number): number {
  const found = lot.steps.find(each => each.below === null || price < each.below)
  return found?.step ?? 0
}

/** Return the least that somebody else must bid now. */
export function minimumOf(lot: LotView): number {
  return lot.minimumNext ?? lot.startPrice
}

/** Return what the quick buttons offer: one, two and five steps, from the minimum on. */
export function quickBids(lot: LotView): { steps: number; amount: number }[] {
  const least = minimumOf(lot)
  const step = stepAt(lot, lot.price ?? lot.startPrice)
  return [1, 2, 5].map(steps => ({ steps, amount: least + (steps - 1) * step }))
}

/** Whether an amount is so far above the price that one is asked twice. */
export function isFarAbove(lot: LotView, amount: number): boolean {
  return amount > (lot.price ?? lot.startPrice) * 1.2
}

/** Return the price of a kilogram in paisa; null without a weight. */
export function perKilo(lot: LotView): number | null {
  const kilograms = lot.animal.latestWeight?.kilograms
  const price = lot.price ?? lot.startPrice
  return kilograms ? Math.round(price / kilograms / 100) * 100 : null
}

function withBid(bids: Bid[], item: Extract<LotItem, { __typename: 'BidPlaced' }>): Bid[] {
  if (bids.some(bid => bid.line === item.line)) return bids
  const placed: Bid = {
    line: item.line,
    bidder: item.bidder,
    price: item.price ?? item.minimumNext,
    leader: item.leader ?? item.bidder,
    acceptedAt: item.happenedAt,
  }
  return [placed, ...bids].slice(0, SHOWN)
}

function numbersOf(item: Told) {
  const { price, leader, minimumNext, bidCount, bidderCount, reserveMet } = item
  const { startsAt, endsAt, hardEndsAt } = item
  return {
    price,
    leader,
    minimumNext,
    bidCount,
    bidderCount,
    reserveMet,
    startsAt,
    endsAt,
    hardEndsAt,
  }
}
