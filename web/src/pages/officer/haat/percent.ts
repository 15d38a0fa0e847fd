/** Shares as officers write them, in percent, and as the API takes them, in hundredths of one. */
import { inLatin, number } from '../../../words/numbers'

const PERCENT = /^\d{1,2}(\.\d{1,2})?$/
const POINTS_A_PERCENT = 100

/** Return typed percent, in either script, as basis points; null if it is none. */
export function pointsTyped(typed: string): number | null {
  const text = inLatin(typed).replace(/[%\s]/g, '')
  return PERCENT.test(text) ? Math.round(Number(text) * POINTS_A_PERCENT) : null
}

export function percentText(basisPoints: number): string {
  return number(basisPoints / POINTS_A_PERCENT)
}
