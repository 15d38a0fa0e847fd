import { expect, test } from 'vitest'
import { olderBids } from '../src/lot/older'
import { after, isOver, quickBids, stageOf, withOwn } from '../src/lot/state'
import fixture from './fixtures/lot-log.json'
import { accepted, at, bidPlaced, lot, lotClosed, NOON, snapshot, TAKA } from './lots'

const lines = (shown: { bids: { line: number }[] }) => shown.bids.map(bid => bid.line)

test('bids stand newest first, and one that is told twice stands once', () => {
  const first = bidPlaced({ line: 2 })
  const second = bidPlaced({ line: 3, bidder: 2, price: 41_000 * TAKA })

  const shown = [first, second, second].reduce(after, lot())

  expect(lines(shown)).toEqual([3, 2])
  expect(shown.price).toBe(41_000 * TAKA)
  expect(shown.leader).toBe(2)
})

test('the own bid stands once when its answer comes before its event', () => {
  const answered = withOwn(lot(), accepted({ line: 2, price: 40_000 * TAKA }))
  expect(lines(answered)).toEqual([2])
  expect(answered.price).toBe(40_000 * TAKA)

  const shown = after(answered, bidPlaced({ line: 2 }))

  expect(lines(shown)).toEqual([2])
  expect(shown.bidCount).toBe(1)
})

test('the own bid stands once when its event comes before its answer', () => {
  const told = after(lot(), bidPlaced({ line: 2 }))

  expect(withOwn(told, accepted({ line: 2 }))).toBe(told)
})

test('an event older than the own answer adds its row and leaves price and leader', () => {
  const answered = withOwn(lot(), accepted({ line: 3, bidder: 7, price: 42_000 * TAKA }))

  const shown = after(answered, bidPlaced({ line: 2, bidder: 1, price: 40_000 * TAKA }))

  expect(lines(shown)).toEqual([3, 2])
  expect(shown.price).toBe(42_000 * TAKA)
  expect(shown.leader).toBe(7)
})

test('a silent raise shows nothing to anybody', () => {
  const before = lot({ price: 40_000 * TAKA, leader: 1 })

  expect(withOwn(before, accepted({ silent: true, line: 5 }))).toBe(before)
})

test('voided bids leave the list, and only then may the price fall', () => {
  const bids = [bidPlaced({ line: 2 }), bidPlaced({ line: 3, bidder: 2, price: 45_000 * TAKA })]
  const before = bids.reduce(after, lot())
  const voided = {
    ...bidPlaced({ line: 4, price: 40_000 * TAKA, leader: 1 }),
    __typename: 'BidsVoided',
    bidder: 2,
    reason: 'barred',
  } as const

  const shown = after(before, voided)

  expect(lines(shown)).toEqual([2])
  expect(shown.price).toBe(40_000 * TAKA)
  expect(shown.leader).toBe(1)
})

test('a snapshot replaces all that was known', () => {
  const fresh = lot({ price: 50_000 * TAKA })

  expect(after(lot({ price: 41_000 * TAKA }), snapshot(fresh))).toBe(fresh)
})

test('the clock opens a lot, and at its end it is closing until the server says how', () => {
  const running = lot({ phase: 'SCHEDULED' })

  expect(stageOf(running, NOON - 1)).toBe('before')
  expect(stageOf(running, NOON)).toBe('open')
  expect(stageOf(running, NOON + 600_000)).toBe('closing')
  expect(isOver(running)).toBe(false)

  const sold = after(running, lotClosed({ outcome: 'SOLD', price: 40_000 * TAKA, leader: 1 }))
  expect(stageOf(sold, NOON + 600_000)).toBe('sold')
  expect(isOver(sold)).toBe(true)
  const unsold = after(running, lotClosed({ whyUnsold: 'NO_BIDS' }))
  expect(stageOf(unsold, NOON + 600_000)).toBe('unsold')
})

test('a late bid moves the end, and what was closing is open again', () => {
  const shown = after(lot(), bidPlaced({ endsAt: at(700), extended: true }))

  expect(stageOf(shown, NOON + 650_000)).toBe('open')
})

test('quick bids are one, two and five steps over the price, each step by its own price', () => {
  const shown = lot({ price: 98_000 * TAKA })

  expect(quickBids(shown, null).map(({ amount }) => amount / TAKA)).toEqual([
    99_000, 100_000, 106_000,
  ])
  expect(quickBids(shown, null).map(({ more }) => more / TAKA)).toEqual([1_000, 2_000, 8_000])
  expect(quickBids(lot(), null)[0]).toEqual({ amount: 40_000 * TAKA, more: 0 })
})

test('the older bids are those that everybody saw', () => {
  expect(olderBids(fixture.lines).map(bid => bid.line)).toEqual([8, 6, 4, 3, 2])
})
