/** Weights as they are typed, and when they were found. */
import { serverNow } from '../net/clock'
import { inLatin } from '../words/numbers'

// Three places after the point are grams.
const KILOGRAMS = /^\d{1,4}(\.\d{1,3})?$/
// A clock may be a little ahead of the server's; a weighing may not lie in the future.
const PAST_MS = 60_000

/** Return typed kilograms, in either script, as grams; null if they are none. */
export function gramsTyped(typed: string): number | null {
  const text = inLatin(typed).replace(/[,\s]/g, '')
  const grams = KILOGRAMS.test(text) ? Math.round(Number(text) * 1000) : 0
  return grams > 0 ? grams : null
}

/** Return when something was weighed just now. */
export function justNow(): string {
  return new Date(serverNow() - PAST_MS).toISOString()
}
