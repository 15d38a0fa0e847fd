/** Times as they are spoken: of Dhaka, with the parts of the day. */
import { lang } from './i18n'
import { inBengali, number } from './numbers'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
// The country has one zone, and no summer time since 2009. `Intl.DateTimeFormat` says the same as what
// stands here, but its first use costs a cheap phone over 100 ms.
const DHAKA_MS = 6 * HOUR
const MONTHS = {
  bn: 'জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর'.split(' '),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
}

/** Return "বিকাল ৩:৪৫" or "3:45 pm"; with seconds where a bid's moment matters. */
export function clockTime(at: string | number, { seconds = false } = {}): string {
  const [hour = 0, minute = '', second = ''] = dhaka(at).toISOString().slice(11, 19).split(':')
  const of24 = Number(hour)
  const shown = `${of24 % 12 || 12}:${minute}${seconds ? `:${second}` : ''}`
  if (lang.value === 'en') return `${shown} ${of24 < 12 ? 'am' : 'pm'}`
  return `${partOfDay(of24)} ${inBengali(shown)}`
}

function partOfDay(hour: number): string {
  if (hour < 4) return 'রাত'
  if (hour < 6) return 'ভোর'
  if (hour < 12) return 'সকাল'
  if (hour < 15) return 'দুপুর'
  if (hour < 18) return 'বিকাল'
  return hour < 20 ? 'সন্ধ্যা' : 'রাত'
}

/** Return a day in words: ২৪ নভেম্বর, ২০২৬. */
export function longDate(at: string | number): string {
  const there = dhaka(at)
  const [day, year] = [there.getUTCDate(), there.getUTCFullYear()]
  const month = MONTHS[lang.value][there.getUTCMonth()]
  return lang.value === 'en' ? `${day} ${month} ${year}` : inBengali(`${day} ${month}, ${year}`)
}

/** Return a moment as the browser's field of day and hour writes it, by the clock of Dhaka. */
export function dhakaField(at: number): string {
  return dhaka(at).toISOString().slice(0, 16)
}

/** Return the moment that such a field says; null if it says none. */
export function momentOfField(text: string): string | null {
  const at = Date.parse(`${text}:00+06:00`)
  return at > 0 ? new Date(at).toISOString() : null
}

/** Return a moment whose UTC parts are those of Dhaka's clock. */
function dhaka(at: string | number): Date {
  return new Date(new Date(at).getTime() + DHAKA_MS)
}

/** Return how long ago: "৩ মিনিট আগে". `ms` is the age. */
export function ago(ms: number): string {
  const relative = new Intl.RelativeTimeFormat(lang.value === 'bn' ? 'bn' : 'en', {
    numeric: 'auto',
  })
  if (ms < MINUTE) return relative.format(-Math.max(0, Math.round(ms / 1000)), 'second')
  if (ms < HOUR) return relative.format(-Math.round(ms / MINUTE), 'minute')
  if (ms < DAY) return relative.format(-Math.round(ms / HOUR), 'hour')
  return relative.format(-Math.round(ms / DAY), 'day')
}

/** Return a time left as ০১:২৯:৩৫; under an hour ২৯:৩৫; over a day "৩ দিন ০৪:১২:০৯". */
export function duration(ms: number): string {
  const all = Math.max(0, Math.ceil(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const days = Math.floor(all / 86_400)
  const hours = Math.floor((all % 86_400) / 3600)
  const rest = `${two(Math.floor((all % 3600) / 60))}:${two(all % 60)}`
  const clock = hours > 0 || days > 0 ? `${two(hours)}:${rest}` : rest
  const shown = lang.value === 'bn' ? inBengali(clock) : clock
  if (days === 0) return shown
  return lang.value === 'bn' ? `${number(days)} দিন ${shown}` : `${days} d ${shown}`
}
