import { expect, test } from 'vitest'
import type { Role, ViewerFragment } from '../src/gql'
import { decides, serves } from '../src/net/officers'
import { DESKS, desksOf } from '../src/pages/officer/desks'

function person(...roles: Role[]): ViewerFragment {
  const held = roles.map(role => ({ role, placeId: null }))
  return { id: '1', name: '', phone: '', language: 'BN', roles: held }
}

test('a dispatcher sees the desk of calls alone', () => {
  expect(desksOf(person('DISPATCHER'))).toEqual(['calls'])
  expect(decides(person('DISPATCHER'))).toBe(false)
})

test('an officer sees neither calls nor what administrators alone decide', () => {
  const hidden = DESKS.filter(desk => !desksOf(person('OFFICER')).includes(desk))
  expect(hidden).toEqual(['payouts', 'calls', 'audit', 'people'])
})

test('who holds two roles sits at the desks of both, in their usual order', () => {
  const both = desksOf(person('DISPATCHER', 'OFFICER'))
  expect(both).toContain('calls')
  expect(both).toContain('sellers')
  expect(both).toEqual(DESKS.filter(desk => both.includes(desk)))
})

test('an administrator sits at every desk, who decides nothing at none', () => {
  expect(desksOf(person('ADMINISTRATOR'))).toEqual([...DESKS])
  for (const nobody of [person(), person('OPERATOR', 'VERIFIED_SELLER'), null, undefined]) {
    expect(desksOf(nobody)).toEqual([])
    expect(serves(nobody)).toBe(false)
  }
})
