import { expect, test } from 'vitest'
import { deviceOf } from '../src/net/device'

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36'

test.each([
  [`Mozilla/5.0 (Linux; Android 9; SM-A105F Build/PPR1) ${CHROME}`, 'Chrome, SM-A105F'],
  [`Mozilla/5.0 (Linux; Android 10; K) ${CHROME}`, 'Chrome, Android'],
  [`Mozilla/5.0 (Linux; Android 13; K2 Pro) ${CHROME} OPR/76.0`, 'Opera, K2 Pro'],
  ['Mozilla/5.0 (Android 13; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0', 'Firefox, Android'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/120.0`, 'Edge, Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1',
    'Safari, iOS',
  ],
  ['curl/8.0', ''],
])('a device is named as its owner knows it: %s', (agent, name) => {
  expect(deviceOf(agent)).toBe(name)
})
