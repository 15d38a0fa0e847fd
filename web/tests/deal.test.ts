// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { wayOf } from '../src/deal/way'
import { cameFrom } from '../src/net/paying'
import { learn } from '../src/words/bn'
import { deal } from '../src/words/bn/deal'

learn(deal)
beforeEach(() => sessionStorage.clear())

const happened = (kind: string, at: string, facts: unknown = {}) => ({ kind, at, facts })

test('the way tells what happened since the deal, oldest first', () => {
  const trip = { consignment: { trip: 7, deal: 1 } }
  const history = [
    happened('icarMovementArrivalEventResource', '2026-11-03T08:00:00Z', trip),
    happened('icarMovementDepartureEventResource', '2026-11-02T08:00:00Z', { deal: 1 }),
    happened('icarWeightEventResource', '2026-11-02T07:59:00Z', { grams: 412_500 }),
    happened('icarWeightEventResource', '2026-10-01T08:00:00Z', { grams: 390_000 }),
    happened('icarRemarkEventResource', '2026-11-02T09:00:00Z'),
  ]

  expect(wayOf(history, '2026-11-01T00:00:00Z').map(step => step.text)).toEqual([
    'ওজন করা হয়েছে: ৪১২.৫ কেজি',
    'হাট থেকে রওনা',
    'বাড়ি পৌঁছেছে',
  ])
})

test('who comes back from paying goes on to the page that was left, once', () => {
  sessionStorage.setItem('hmk.pay.HMK1', '/haat/deal/7?x=1')

  expect([cameFrom('HMK1'), cameFrom('HMK1'), cameFrom('HMK2')]).toEqual([
    '/haat/deal/7?x=1',
    null,
    null,
  ])
})

test.each(['https://other.example/', '//other.example/'])('%s is nothing to go on to', path => {
  sessionStorage.setItem('hmk.pay.HMK1', path)

  expect(cameFrom('HMK1')).toBeNull()
})
