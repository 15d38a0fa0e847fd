/**
 * The Bangla calendar of Bangladesh, as the Bangla Academy revised it for 2019: the first six months
 * have 31 days, Falgun 29 (30 in a leap year of the common calendar), the others 30; the year begins
 * on 14 April.
 */
import { inBengali } from './numbers'

const MONTHS_BN = 'বৈশাখ জ্যৈষ্ঠ আষাঢ় শ্রাবণ ভাদ্র আশ্বিন কার্তিক অগ্রহায়ণ পৌষ মাঘ ফাল্গুন চৈত্র'.split(' ')
const MONTHS_EN =
  'Boishakh Joishtho Asharh Shrabon Bhadro Ashwin Kartik Ogrohayon Poush Magh Falgun Choitro'.split(
    ' ',
  )
const DAY_MS = 86_400_000
const DHAKA_MS = 6 * 3_600_000

/** Return a day of the Bangla calendar in both languages: ৯ অগ্রহায়ণ ১৪৩৩. `at` is any moment. */
export function banglaDate(at: number): { bn: string; en: string } {
  const day = Math.floor((at + DHAKA_MS) / DAY_MS)
  const civil = new Date(day * DAY_MS).getUTCFullYear()
  const year = day >= newYear(civil) ? civil : civil - 1
  let left = day - newYear(year)
  let month = 0
  for (const length of lengths(year)) {
    if (left < length) break
    left -= length
    month += 1
  }
  const bangla = year - 593
  return {
    bn: inBengali(`${left + 1} ${MONTHS_BN[month]} ${bangla}`),
    en: `${left + 1} ${MONTHS_EN[month]} ${bangla}`,
  }
}

function newYear(civil: number): number {
  return Date.UTC(civil, 3, 14) / DAY_MS
}

// Falgun lies in the civil year after the one in which the Bangla year began.
function lengths(civil: number): number[] {
  const next = civil + 1
  const leap = (next % 4 === 0 && next % 100 !== 0) || next % 400 === 0
  return [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, leap ? 30 : 29, 30]
}
