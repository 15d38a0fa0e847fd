import { expect, test } from 'vitest'
import { authorizationOf, withToken } from '../src/graphiql/authorization'
import { endOf } from '../src/graphiql/personas'
import { withFresh } from '../src/graphiql/variables'

test('signing in writes the token, signing out takes it away', () => {
  const signedIn = withToken('', 'new', [])

  expect(JSON.parse(signedIn)).toEqual({ Authorization: 'Bearer new' })
  expect(withToken(signedIn, null, ['new'])).toBe('')
})

test('another person takes the place of the one before; other headers stay', () => {
  const before = '{"x-trace": "1", "authorization": "Bearer old"}'

  expect(JSON.parse(withToken(before, 'new', ['old']))).toEqual({
    'x-trace': '1',
    authorization: 'Bearer new',
  })
})

test('a token that somebody typed is left alone, and so is what is no JSON', () => {
  const typed = '{"Authorization": "Bearer mine"}'

  expect(withToken(typed, 'new', ['old'])).toBe(typed)
  expect(withToken('{"Authoriz', 'new', [])).toBe('{"Authoriz')
  expect(withToken('[1]', 'new', [])).toBe('[1]')
})

test('nothing changes in headers that nobody signed in to', () => {
  expect(withToken('{ }', null, [])).toBe('{ }')
})

test('the authorization is found however it is spelled', () => {
  expect(authorizationOf({ AUTHORIZATION: 'Bearer x' })).toBe('Bearer x')
  expect(authorizationOf({ Authorization: '' })).toBeUndefined()
  expect(authorizationOf(undefined)).toBeUndefined()
})

test('fresh values replace the stale ones, and what was added stays', () => {
  const text = '{"input": {"lotId": "Lot:1", "note": "x"}, "after": "c9"}'

  expect(JSON.parse(withFresh(text, { input: { lotId: 'Lot:2' } }))).toEqual({
    input: { lotId: 'Lot:2', note: 'x' },
    after: 'c9',
  })
  expect(JSON.parse(withFresh('{"inp', { first: 10 }))).toEqual({ first: 10 })
  expect(withFresh('', {})).toBe('')
})

test('the end of a token is read from its claims', () => {
  const claims = btoa(JSON.stringify({ exp: 1_800_000_000 })).replaceAll('=', '')

  expect(endOf(`h.${claims}.s`)).toBe(1_800_000_000_000)
  expect(endOf('no token at all')).toBe(0)
})
