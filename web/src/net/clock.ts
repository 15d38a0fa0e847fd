/** The server's time. The phone's clock is never trusted: it only counts on. */
import { signal } from '@preact/signals'
import { ServerNowDocument } from '../gql/session'
import { query } from './client'

const MEASURES = 3

let offset = Date.now() - performance.now()
let bestTrip = Number.POSITIVE_INFINITY

/** Ticks once a second; read it where something is counted down. */
export const second = signal(Math.floor(serverNow() / 1000))

/** Return the server's time in milliseconds since 1970. */
export function serverNow(): number {
  return performance.now() + offset
}

/**
 * Take a server time that came with an answer. `sent` and `received` are of `performance.now()`.
 *
 * The quickest answer is right by half its trip; a slower one is not believed against it.
 */
export function observe(at: string | number, sent: number, received: number): void {
  const trip = received - sent
  if (trip > bestTrip) return
  bestTrip = trip
  offset = (typeof at === 'number' ? at : Date.parse(at)) + trip / 2 - received
  second.value = Math.floor(serverNow() / 1000)
}

/**
 * Take a server time that came by itself: with a page, or over the stream. It is late by an unknown
 * way, so it only says "at least this", and is believed only while nothing was measured.
 */
export function pushed(at: string): void {
  if (bestTrip < Number.POSITIVE_INFINITY) return
  offset = Date.parse(at) - performance.now()
  second.value = Math.floor(serverNow() / 1000)
}

/** Measure anew: on a fresh page, and when the phone wakes up (its counter may have slept). */
export async function measure(): Promise<void> {
  let fresh = true
  for (let turn = 0; turn < MEASURES; turn += 1) {
    const sent = performance.now()
    try {
      const { serverNow: at } = await query(ServerNowDocument, {})
      // What was measured before the phone slept is worth nothing now.
      if (fresh) bestTrip = Number.POSITIVE_INFINITY
      fresh = false
      observe(at, sent, performance.now())
    } catch {
      return // without a line the old measure goes on
    }
  }
}

/** Begin to tick and to measure. */
export function start(): void {
  const tick = () => {
    second.value = Math.floor(serverNow() / 1000)
    setTimeout(tick, 1000 - (serverNow() % 1000))
  }
  tick()
  void measure()
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void measure()
  })
}
