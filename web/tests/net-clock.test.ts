// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'

let clock: typeof import('../src/net/clock')

beforeEach(async () => {
  vi.resetModules()
  clock = await import('../src/net/clock')
})

const NOON = Date.parse('2026-11-24T06:00:00Z')
const off = () => Math.abs(clock.serverNow() - NOON)

test('of several measures the quickest is believed, whatever the phone thinks', () => {
  const now = performance.now()
  clock.observe(NOON - 5_000, now - 4_000, now)
  clock.observe(NOON - 50, now - 100, now)
  clock.observe(NOON - 9_000, now - 3_000, now)

  expect(off()).toBeLessThan(1_000)
})

test('a time that came by itself serves until one is measured, and never against it', () => {
  clock.pushed(new Date(NOON).toISOString())
  expect(off()).toBeLessThan(1_000)

  const now = performance.now()
  clock.observe(NOON - 100, now - 200, now)
  clock.pushed(new Date(NOON - 60_000).toISOString())
  expect(off()).toBeLessThan(1_000)
})
