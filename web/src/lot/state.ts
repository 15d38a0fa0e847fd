/** A lot as it is shown, and how each thing that is said of it changes it. Pure. */
import type { FollowLotSubscription, LiveLotFragment, PlaceBidMutation } from '../gql'

export type LotItem = FollowLotSubscription['lotEvents']
export type Bid = LiveLotFragment['bids'][number]
export type LotView = LiveLotFragment
export type Accepted = Extract<PlaceBidMutation['placeBid'], { __typename: 'BidAccepted' }>

/** How many bids are shown before one asks for the rest. */
export const SHOWN = 20

// Rows that were pushed out of sight are kept, so that the rest of the log joins without a hole.
const KEPT = 500

/** Where a lot stands for who looks at it; `waiting`: no officer has given it a time. */
export type Stage =
  | 'waiting'
  | 'before'
  | 'open'
  | 'closing'
  | 'sold'
  | 'unsold'
  | 'voided'
  | 'withdrawn'

type Told = Extract<LotItem, { line: number }>
type Placed = Extract<LotItem, { __typename: 'BidPlaced' }>

/** Return the stage at a moment of the server's clock (ms): the clock opens a lot, the server ends it. */
export function stageOf(lot: LotView, now: number): Stage {
  if (lot.phase === 'VOIDED') return 'voided'
  if (lot.phase === 'WITHDRAWN') return 'withdrawn'
  if (lot.result !== null) return lot.result === 'SOLD' ? 'sold' : 'unsold'
  if (!lot.startsAt || !lot.endsAt) return 'waiting'
  if (now < Date.parse(lot.startsAt)) return 'before'
  // The end may yet move, and only the server knows the last bid: until it speaks, it is closing.
  return now < Date.parse(lot.endsAt) ? 'open' : 'closing'
}

/** Whether nothing more will be said of a lot. */
export function isOver(lot: LotView): boolean {
  return lot.result !== null || lot.phase === 'VOIDED' || lot.phase === 'WITHDRAWN'
}

/** Return the lot after an item of its stream; what says nothing of it gives the same object. */
export function after(lot: LotView, item: LotItem): LotView {
  if (item.__typename === 'LotSnapshot') return item.lot
  if (!('line' in item)) return lot
  if (item.__typename === 'BidPlaced') return withBid(lot, item)
  const moved = { ...lot, ...numbersOf(item) }
  switch (item.__typename) {
    case 'LotOpened':
      return { ...moved, phase: 'OPEN' }
    case 'LotScheduled':
    case 'LotRescheduled':
      return { ...moved, phase: 'SCHEDULED', startsAt: item.startsAt }
    case 'BidsVoided':
      // The price is told; the rows of the barred bidder are no longer bids.
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

/** Return the lot after the viewer's own bid was answered; its event may have come before, or comes yet. */
export function withOwn(lot: LotView, answer: Accepted): LotView {
  // A silent raise is the bidder's secret: nobody's list shows it.
  if (answer.silent || lot.bids.some(bid => bid.line === answer.line)) return lot
  const leader = answer.leading ? answer.bidder : (lot.leader ?? answer.bidder)
  const { line, bidder, price, acceptedAt, minimumNext, endsAt } = answer
  const bids = inserted(lot.bids, { line, bidder, price, leader, acceptedAt })
  const counted = { ...lot, bids, bidCount: lot.bidCount + 1 }
  if (line < newestOf(lot)) return counted
  return { ...counted, price, leader, minimumNext, endsAt }
}

/** Return the least step above a price, in paisa. */
export function stepAt(lot: Pick<LotView, 'steps'>, price: number): number {
  const found = lot.steps.find(each => each.below === null || price < each.below)
  return found?.step ?? 0
}

/** Return the least that anybody but the leader must bid now. */
export function minimumOf(lot: LotView): number {
  return lot.minimumNext ?? lot.startPrice
}

/** Return what the quick buttons offer: `more` over `from`, which is the price, or one's own maximum. */
export function quickBids(lot: LotView, ownMaximum: number | null) {
  const from = ownMaximum ?? lot.price
  if (from === null) {
    const start = lot.startPrice
    return [0, 1, 4].map(steps => raised(lot, start, steps, start))
  }
  return [1, 2, 5].map(steps => raised(lot, from, steps, from))
}

/** Return by how many percent an amount is over the price; the floor of the fraction. */
export function percentOver(lot: LotView, amount: number): number {
  const price = lot.price ?? lot.startPrice
  return Math.floor(((amount - price) * 100) / price)
}

/** Return the price of a kilogram in paisa, to the taka; null without a weight. */
export function perKilo(lot: LotView): number | null {
  const kilograms = lot.animal.latestWeight?.kilograms
  const price = lot.price ?? lot.startPrice
  return kilograms ? Math.round(price / kilograms / 100) * 100 : null
}

function raised(lot: LotView, from: number, steps: number, base: number) {
  let amount = from
  for (let turn = 0; turn < steps; turn += 1) amount += stepAt(lot, amount)
  return { amount, more: amount - base }
}

function withBid(lot: LotView, item: Placed): LotView {
  const late = item.line < newestOf(lot)
  const moved = late
    ? { ...lot, bidCount: Math.max(lot.bidCount, item.bidCount) }
    : { ...lot, ...numbersOf(item) }
  return { ...moved, phase: 'OPEN', bids: inserted(lot.bids, bidOf(item)) }
}

function bidOf(item: Placed): Bid {
  return {
    line: item.line,
    bidder: item.bidder,
    price: item.price ?? item.minimumNext,
    leader: item.leader ?? item.bidder,
    acceptedAt: item.happenedAt,
  }
}

/** A bid stands once, whichever of its answer and its event came first; the event knows more. */
function inserted(bids: Bid[], bid: Bid): Bid[] {
  return [bid, ...bids.filter(each => each.line !== bid.line)]
    .sort((one, other) => other.line - one.line)
    .slice(0, KEPT)
}

function newestOf(lot: LotView): number {
  return lot.bids[0]?.line ?? 0
}

function numbersOf(item: Told) {
  const { price, leader, minimumNext, bidCount, bidderCount, reserveMet, endsAt, hardEndsAt } = item
  return { price, leader, minimumNext, bidCount, bidderCount, reserveMet, endsAt, hardEndsAt }
}
