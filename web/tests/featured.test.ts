import { expect, test } from 'vitest'
import { liveliest } from '../src/graphiql/featured'

const NOON = '2026-05-20T06:00:00Z'

function lot(id: string, bidCount: number, endsAt: string) {
  const words = { titleBn: '', titleEn: '', minimumNext: 1, haatId: 'Haat:1' }
  return { id, bidCount, endsAt, serverNow: NOON, ...words }
}

test('the lot with the most bids is shown, unless it is about to end', () => {
  const ending = lot('Lot:1', 90, '2026-05-20T06:00:20Z')
  const quiet = lot('Lot:2', 3, '2026-05-20T06:05:00Z')
  const lively = lot('Lot:3', 40, '2026-05-20T06:08:00Z')

  expect(liveliest([ending, quiet, lively])?.id).toBe('Lot:3')
  expect(liveliest([ending])?.id).toBe('Lot:1')
  expect(liveliest([])).toBeNull()
})
