import { expect, test } from 'vitest'
import { after, isOver, withOwn } from '../src/lot/state'
import { type Price, priced, saysTooLittle } from '../src/lot/thrift'
import { accepted, at, bidPlaced, lot, TAKA } from './lots'

function price(more: Partial<Price> = {}): Price {
  return {
    __typename: 'LotPrice',
    price: 47_000 * TAKA,
    leader: 3,
    minimumNext: 47_500 * TAKA,
    bidCount: 9,
    bidderCount: 4,
    reserveMet: null,
    endsAt: at(700),
    over: false,
    ...more,
  }
}

test('a price changes the numbers and leaves the bids that were read', () => {
  const read = after(lot(), bidPlaced({ line: 2 }))

  const shown = priced(read, price())

  expect(shown.price).toBe(47_000 * TAKA)
  expect(shown.leader).toBe(3)
  expect(shown.bidCount).toBe(9)
  expect(shown.bids).toBe(read.bids)
  expect(isOver(shown)).toBe(false)
})

test('the first price opens a lot', () => {
  const before = lot({ phase: 'SCHEDULED', price: null, bidCount: 0 })

  const shown = priced(before, price())

  expect(shown.phase).toBe('OPEN')
  expect(shown.endsAt).toBe(at(700))
})

test('the end, other terms, and bids that were taken out are read and not guessed', () => {
  const known = priced(lot(), price())

  expect(saysTooLittle(known, price({ over: true }))).toBe(true)
  expect(saysTooLittle(known, price({ bidCount: 8 }))).toBe(true)
  expect(saysTooLittle(lot(), price({ bidCount: 0, price: null }))).toBe(true)
  expect(saysTooLittle(known, price())).toBe(false)
})

test('a price that is older than the own bid takes nothing back', () => {
  const known = priced(lot(), price())
  const answered = withOwn(known, accepted({ line: 40, price: 48_000 * TAKA }))

  expect(saysTooLittle(answered, price())).toBe(true)
})
