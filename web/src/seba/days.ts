/** Dates in Dhaka, on which something can be booked. Pure. */
const DAY_MS = 86_400_000
const DHAKA_MS = 6 * 3_600_000
// One week and the next: who books later than that asks for a day by itself.
const MOST_DAYS = 14

export type Day = { date: string; weekday: number; dayOfMonth: number }

/** Return the dates from a moment (ms since 1970) on, at most so many; weekday 0 is Monday. */
export function daysFrom(now: number, most: number): Day[] {
  const length = Math.max(1, Math.min(most + 1, MOST_DAYS))
  return Array.from({ length }, (_, ahead) => {
    const there = new Date(now + DHAKA_MS + ahead * DAY_MS)
    return {
      date: there.toISOString().slice(0, 10),
      weekday: (there.getUTCDay() + 6) % 7,
      dayOfMonth: there.getUTCDate(),
    }
  })
}

/** Return a minute of the day as a moment whose clock in Dhaka shows it. */
export function momentOf(minute: number): number {
  return minute * 60_000 - DHAKA_MS
}

/** Return the date after one, both as 2026-05-31. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10)
}

/** Return how many days there are from one date to another, both counted; NaN if one is no date. */
export function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / DAY_MS + 1
}

/** Return the date before one. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10)
}

type Span = { opens: number; closes: number }
type Asked = {
  /** A date in Dhaka. */
  day: string
  hours: readonly { weekday: number; spans: readonly Span[] }[]
  /** How long the work takes. */
  minutes: number
  /** The moments of that day that are free. */
  free: readonly string[]
  /** Ms since 1970. */
  now: number
}

/** Return the half hours of a working day at which the work could begin, had nobody else the time. */
export function takenTimes({ day, hours, minutes, free, now }: Asked): string[] {
  const midnight = Date.parse(day) - DHAKA_MS
  const weekday = (new Date(day).getUTCDay() + 6) % 7
  const spans = hours.find(each => each.weekday === weekday)?.spans ?? []
  const known = new Set(free.map(at => Date.parse(at)))
  const found: string[] = []
  for (const { opens, closes } of spans) {
    for (let minute = opens; minute + minutes <= closes; minute += 30) {
      const at = midnight + minute * 60_000
      if (at > now && !known.has(at)) found.push(new Date(at).toISOString())
    }
  }
  return found
}
