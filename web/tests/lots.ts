/** Lots, events and answers for tests: each says what it is about and leaves the rest alone. */
import type { Accepted, LotItem, LotView } from '../src/lot/state'

export const NOON = Date.parse('2026-05-20T06:00:00Z')
export const TAKA = 100

type Placed = Extract<LotItem, { __typename: 'BidPlaced' }>
type Closed = Extract<LotItem, { __typename: 'LotClosed' }>
type Snapshot = Extract<LotItem, { __typename: 'LotSnapshot' }>

export function at(seconds: number): string {
  return new Date(NOON + seconds * 1000).toISOString()
}

/** A lot that runs from noon for ten minutes; steps of 1 000 taka, from a lakh on 2 000. */
export function lot(about: Partial<LotView> = {}): LotView {
  const running = {
    id: 'Lot:42',
    haatId: 'Haat:1',
    phase: 'OPEN',
    result: null,
    startPrice: 40_000 * TAKA,
    price: null,
    minimumNext: 40_000 * TAKA,
    leader: null,
    bidCount: 0,
    bidderCount: 0,
    reserveMet: null,
    startsAt: at(0),
    endsAt: at(600),
    hardEndsAt: at(4200),
    reason: '',
    steps: [
      { below: 100_000 * TAKA, step: 1_000 * TAKA },
      { below: null, step: 2_000 * TAKA },
    ],
    bids: [],
  }
  return { ...running, ...about } as unknown as LotView
}

const told = { seq: 1, cursor: 'c', hardEndsAt: at(4200), reserveMet: null, bidderCount: 2 }

export function bidPlaced(about: Partial<Placed>): Placed {
  const { line = 2, bidder = 1, price = 40_000 * TAKA, happenedAt = at(10) } = about
  const numbers = { line, bidder, price, happenedAt, leader: bidder, bidCount: line - 1 }
  const next = { minimumNext: (price ?? 0) + 1_000 * TAKA, endsAt: at(600), extended: false }
  return { __typename: 'BidPlaced', ...told, ...numbers, ...next, ...about } as Placed
}

export function lotClosed(about: Partial<Closed>): Closed {
  const numbers = { line: 9, price: null, leader: null, minimumNext: 0, bidCount: 0 }
  const ended = { outcome: 'UNSOLD', whyUnsold: null, endsAt: at(600), happenedAt: at(601) }
  return { __typename: 'LotClosed', ...told, ...numbers, ...ended, ...about } as Closed
}

export function snapshot(of: LotView): Snapshot {
  return { __typename: 'LotSnapshot', cursor: 'c', seq: 9, serverNow: at(20), lot: of }
}

export function accepted(about: Partial<Accepted>): Accepted {
  const { line = 2, bidder = 1, price = 40_000 * TAKA } = about
  const numbers = { line, bidder, price, hash: '', maximum: price, minimumNext: price + 100_000 }
  const stand = { leading: true, silent: false, endsAt: at(600), acceptedAt: at(10) }
  return { __typename: 'BidAccepted', ...numbers, ...stand, ...about } as Accepted
}
