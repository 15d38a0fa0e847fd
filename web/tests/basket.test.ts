import { expect, test } from 'vitest'
import { groupName } from '../src/pages/rokto/groups'
import { byShop, isRepriced, type Line } from '../src/shop/basket'

const shop = (id: string) => ({ id, slug: id, nameBn: id, nameEn: '' }) as Line['shop']
const line = (
  of: string,
  variantId: string,
  quantity: number,
  price: number | null,
  seen = price,
) => ({ shop: shop(of), variantId, quantity, price, seenPrice: seen }) as Line

test('the basket shows its lines by shop, in the order in which the shops came', () => {
  const stalls = byShop([
    line('b', '1', 2, 25_000),
    line('a', '2', 1, 10_000),
    line('b', '3', 1, 5_000),
    line('a', '4', 3, null),
  ])

  expect(stalls.map(each => [each.shop.id, each.lines.length, each.goods])).toEqual([
    ['b', 2, 55_000],
    ['a', 2, 10_000],
  ])
})

test('a line is repriced when it costs something else, not when it is gone', () => {
  expect([
    isRepriced(line('a', '1', 1, 100, 100)),
    isRepriced(line('a', '1', 1, 120, 100)),
    isRepriced(line('a', '1', 1, null, 100)),
  ]).toEqual([false, true, false])
})

test.each([
  ['AB_NEG', 'AB−'],
  ['O_POS', 'O+'],
] as const)('%s is written %s', (group, written) => {
  expect(groupName(group)).toBe(written)
})
