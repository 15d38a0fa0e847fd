import { expect, test } from 'vitest'
import { bargains } from '../src/pages/sale/bargains'

const offer = (id: string, minute: number, answers: string | null = null) => ({
  id,
  answers,
  madeAt: `2026-05-20T10:0${minute}:00Z`,
})

test('every answer stands in the talk of the offer that it answers, oldest first', () => {
  const [rahim, karim] = [offer('1', 0), offer('2', 1)]
  const [toKarim, toRahim, again] = [offer('3', 2, '2'), offer('4', 3, '1'), offer('5', 4, '4')]

  const talks = bargains([again, toRahim, toKarim, karim, rahim])

  expect(talks).toEqual([
    [rahim, toRahim, again],
    [karim, toKarim],
  ])
})
