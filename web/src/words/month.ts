/** Months as they are spoken. */
import { longDate } from './time'

/** Return the month of its first day in words, as a day without its number: নভেম্বর, ২০২৬. */
export function monthName(first: string): string {
  const day = longDate(first)
  return day.slice(day.indexOf(' ') + 1)
}
