import { expect, test } from 'vitest'
import { daysFrom, momentOf, takenTimes } from '../src/seba/days'
import { believed, toldAfter } from '../src/seba/free'
import { clockTime } from '../src/words/time'

const NOON = Date.parse('2026-05-20T06:00:00Z')
const MINUTE = 60_000

const moved = {
  __typename: 'AvailabilityMoved' as const,
  providerId: 'Provider:7',
  state: 'FREE',
  believedUntil: new Date(NOON + 30 * MINUTE).toISOString(),
  nextFreeAt: null,
}

test('what a provider says last is what is known of him', () => {
  const told = [moved, { ...moved, state: 'BUSY' }].reduce(toldAfter, {})

  expect(told['Provider:7']?.state).toBe('BUSY')
})

test('a snapshot of who is free takes nothing back that was told', () => {
  const told = toldAfter({}, moved)

  const item = { __typename: 'AvailabilitySnapshot' as const, serverNow: '2026-05-20T06:00:00Z' }
  expect(toldAfter(told, item)).toBe(told)
})

test('a signal that has run out is believed no more', () => {
  const free = toldAfter({}, moved)['Provider:7']
  if (!free) throw new Error('nothing was told')

  expect(believed(free, NOON).state).toBe('FREE')
  expect(believed(free, NOON + 31 * MINUTE).state).toBe('UNKNOWN')
  expect(believed({ ...free, until: null }, NOON + 31 * MINUTE).state).toBe('FREE')
})

test('days are those of Dhaka, where it is tomorrow before it is in Greenwich', () => {
  const evening = Date.parse('2026-05-20T19:00:00Z')

  expect(daysFrom(evening, 2)).toEqual([
    { date: '2026-05-21', weekday: 3, dayOfMonth: 21 },
    { date: '2026-05-22', weekday: 4, dayOfMonth: 22 },
    { date: '2026-05-23', weekday: 5, dayOfMonth: 23 },
  ])
})

test('two weeks are offered at most, and today at least', () => {
  expect(daysFrom(NOON, 60)).toHaveLength(14)
  expect(daysFrom(NOON, 0)).toHaveLength(1)
})

test('a minute of the day is shown as that time', () => {
  expect(clockTime(momentOf(9 * 60 + 30))).toBe('সকাল ৯:৩০')
})

test('the times that somebody else has are the working ones that are neither free nor past', () => {
  const hours = [{ weekday: 2, spans: [{ opens: 11 * 60, closes: 14 * 60 }] }]
  const asked = { day: '2026-05-20', hours, minutes: 60, free: ['2026-05-20T07:00:00+00:00'] }

  // It is noon in Dhaka: 11:00 to 12:00 are past, 13:00 is free, at 13:30 the work would end too late.
  expect(takenTimes({ ...asked, now: NOON })).toEqual(['2026-05-20T06:30:00.000Z'])
  expect(takenTimes({ ...asked, day: '2026-05-21', now: NOON })).toEqual([])
})
