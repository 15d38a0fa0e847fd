import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { EXAMPLES, freshKey } from '../src/graphiql/examples'

const SCHEMA = new URL('../../schema/schema.graphql', import.meta.url)
const FOLDERS = ['../src/graphiql/examples/', '../src/graphiql/']

const documents = FOLDERS.flatMap(folder => {
  const place = new URL(folder, import.meta.url)
  return readdirSync(place)
    .filter(name => name.endsWith('.graphql'))
    .map(name => [name, readFileSync(new URL(name, place), 'utf8')] as const)
})

describe.runIf(existsSync(SCHEMA))('against the printed schema', () => {
  const schema = existsSync(SCHEMA) ? buildSchema(readFileSync(SCHEMA, 'utf8')) : null

  test.each(documents)('%s is valid', (_, text) => {
    const faults = schema ? validate(schema, parse(text)).map(fault => fault.message) : []

    expect(faults).toEqual([])
  })
})

test('each example says in Bengali and in English what it is for, in lines that fit', () => {
  for (const { query } of EXAMPLES) {
    const comments = query.split('\n').filter(line => line.startsWith('#'))

    expect(comments.some(line => /[\u0980-\u09ff]/.test(line))).toBe(true)
    expect(comments.some(line => /^# [A-Z]/.test(line))).toBe(true)
    expect(comments.filter(line => line.length > 64)).toEqual([])
  }
})

test('no two operations share a name, for tabs are found by it', () => {
  const names = EXAMPLES.flatMap(example => example.operations)

  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(EXAMPLES.length)
})

test('a running lot fills the variables; without one they are there all the same', () => {
  const lot = { id: 'Lot:7', haatId: 'Haat:2', titleBn: '', titleEn: '', minimumNext: 4_550_000 }
  const named = (name: string) => EXAMPLES.find(each => each.operations.includes(name))

  expect(named('WatchLot')?.variables({ lot, demo: null })).toEqual({ lotId: 'Lot:7' })
  expect(named('WatchHaat')?.variables({ lot, demo: null })).toEqual({ haatId: 'Haat:2' })
  expect(named('PlaceBid')?.variables({ lot, demo: null })).toEqual({
    input: { lotId: 'Lot:7', maximum: 4_800_000, idempotencyKey: expect.any(String) },
  })
  for (const { variables } of EXAMPLES) {
    expect(variables({ lot: null, demo: null })).toBeTypeOf('object')
  }
})

test('a fresh key is a UUID of version 4, and another each time', () => {
  expect(freshKey()).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(freshKey()).not.toBe(freshKey())
})
