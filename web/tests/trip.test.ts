import { expect, test } from 'vitest'
import { Batches, type Fix } from '../src/trip/batches'
import { groundOf, metersBetween } from '../src/trip/ground'

const CENTER = { lat: 24.45, lng: 90.88 }
const NOON = Date.parse('2026-05-20T06:00:00Z')

function fix(second: number): Fix {
  return { at: new Date(NOON + second * 1000).toISOString(), ...CENTER, accuracyM: 10 }
}

test('points wait until they are sent, and a batch keeps its number until it is answered', () => {
  const batches = new Batches()
  expect(batches.next()).toBeNull()
  batches.add(fix(0))
  batches.add(fix(2))

  expect(batches.next()).toEqual({ seq: 1, points: [fix(0), fix(2)] })
  batches.add(fix(4))
  expect(batches.next()?.seq).toBe(1)
  batches.answered(1)

  expect(batches.next()).toEqual({ seq: 2, points: [fix(4)] })
})

test('an answer that comes late concerns no later batch', () => {
  const batches = new Batches()
  batches.add(fix(0))
  batches.next()
  batches.answered(1)
  batches.add(fix(2))
  batches.next()

  batches.answered(1)

  expect(batches.next()?.seq).toBe(2)
})

test('two points within a second are one, and a hundred are kept on a dead line', () => {
  const batches = new Batches()
  batches.add(fix(0))
  batches.add(fix(0.5))
  expect(batches.next()?.points).toHaveLength(1)

  for (let second = 1; second <= 150; second += 1) batches.add(fix(second))
  batches.answered(1)

  const points = batches.next()?.points ?? []
  expect(points).toHaveLength(100)
  expect(points.at(-1)).toEqual(fix(150))
})

test('a thousand meters to the north are drawn as such', () => {
  const north = { lat: CENTER.lat + 1000 / 111_195, lng: CENTER.lng }

  expect(metersBetween(CENTER, north)).toBeCloseTo(1000, 0)
  const ground = groundOf([CENTER, north])
  expect(ground.at(CENTER).y - ground.at(north).y).toBeCloseTo(1000, 0)
  expect(ground.half).toBeGreaterThan(600)
})
