/** The log in fixtures/lot-log.json was written by the house's own code and fits `hmk verify-lot`. */
import { expect, test } from 'vitest'
import { canonical, check, type LogLine } from '../src/lot/chain'
import { story } from '../src/lot/story'
import fixture from './fixtures/lot-log.json'

function lines(): LogLine[] {
  return structuredClone(fixture.lines) as LogLine[]
}

function changed(line: number, change: (line: LogLine) => void): LogLine[] {
  const all = lines()
  const found = all[line - 1]
  if (found) change(found)
  return all
}

test('a log that the house wrote is whole, with all that was sealed', async () => {
  expect(await check(lines())).toEqual({ whole: true, lines: 9, openings: 6 })
})

test('a running log is whole up to where it is', async () => {
  expect(await check(lines().slice(0, 4))).toEqual({ whole: true, lines: 4, openings: 0 })
})

test('one changed amount breaks its own line', async () => {
  const forged = changed(4, line => {
    line.body.price = 1
  })

  expect(await check(forged)).toEqual({ whole: false, line: 4, fault: 'hash' })
})

test('a line with a hash of its own does not hang on the one before', async () => {
  const forged = changed(4, line => {
    line.previous = 'a'.repeat(64)
  })

  expect(await check(forged)).toEqual({ whole: false, line: 4, fault: 'previous' })
})

test('a line that is left out leaves a gap in the numbers', async () => {
  const all = lines()
  all.splice(4, 1)

  expect(await check(all)).toEqual({ whole: false, line: 6, fault: 'order' })
})

test('keys are sorted, Bengali stays as it is, and signs are escaped as Python does', () => {
  expect(canonical({ b: [1, null, true], a: 'দাম “৫”\n' })).toBe(
    '{"a":"দাম “৫”\\n","b":[1,null,true]}',
  )
})

test('each line is told in words, the extension and the opened maximum too', () => {
  const told = story(lines())

  expect(told).toHaveLength(9)
  expect(told[1]?.sentences).toEqual([
    'ক্রেতা-১ ডাকলেন। দাম ৳৪২,০০০, এখন তিনিই এগিয়ে।',
    'খামে ছিল সর্বোচ্চ ৳৪২,০০০।',
  ])
  expect(told[7]?.sentences[1]).toMatch(/^শেষ মুহূর্তের ডাক: শেষ সময় সরে /)
})
