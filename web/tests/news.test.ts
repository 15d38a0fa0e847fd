import { expect, test } from 'vitest'
import { addressOf } from '../src/net/news'

test('each thing has a page, or stands in a list, or is found on one’s own page', () => {
  expect(addressOf('Lot:12')).toBe('/haat/12')
  expect(addressOf('DonationOffer:3')).toBe('/rokto/offer/3')
  expect(addressOf('Payment:3')).toBe('/taka')
  expect(addressOf('Something:3')).toBe('/amar')
  expect(addressOf('Lot://elsewhere')).toBe('/amar')
})
