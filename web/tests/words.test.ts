// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest'
import { international } from '../src/parts/phone'
import type { Key } from '../src/words/bn'
import { banglaDate } from '../src/words/calendar'
import { en } from '../src/words/en'
import { lang, setLang, t } from '../src/words/i18n'
import { inWords } from '../src/words/inwords'
import { digits, money, number, parseTaka, short } from '../src/words/numbers'
import { ago, clockTime, duration, longDate } from '../src/words/time'

const bn = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Record<string, Record<string, string>>>('../src/words/bn/*.ts', {
      eager: true,
    }),
  ).flatMap(module => Object.values(module)),
) as Record<Key, string>

beforeEach(() => {
  lang.value = 'bn'
})

describe('amounts', () => {
  test.each([
    [0, '৳০', '৳0'],
    [99, '৳০.৯৯', '৳0.99'],
    [100, '৳১', '৳1'],
    [99_900, '৳৯৯৯', '৳999'],
    [100_000, '৳১,০০০', '৳1,000'],
    [9_999_900, '৳৯৯,৯৯৯', '৳99,999'],
    [10_000_000, '৳১,০০,০০০', '৳1,00,000'],
    [125_000_000, '৳১২,৫০,০০০', '৳12,50,000'],
    [1_234_567_850, '৳১,২৩,৪৫,৬৭৮.৫০', '৳1,23,45,678.50'],
  ])('%d paisa', (paisa, bengali, english) => {
    expect(money(paisa)).toBe(bengali)
    lang.value = 'en'
    expect(money(paisa)).toBe(english)
  })

  test.each([
    ['১,৫৬,০০০', 15_600_000],
    ['৳ 1,56,000', 15_600_000],
    ['156000.5', 15_600_050],
    ['১৫৬০০০.০৫', 15_600_005],
    ['', null],
    ['1.234', null],
    ['এক লাখ', null],
    ['-5', null],
    ['12345678901234', null],
  ])('typed %s', (typed, paisa) => {
    expect(parseTaka(typed)).toBe(paisa)
  })

  test.each([
    [12_500_000, 'এক লাখ পঁচিশ হাজার টাকা', 'one lakh twenty-five thousand taka'],
    [0, 'শূন্য টাকা', 'zero taka'],
    [9_900, 'নিরানব্বই টাকা', 'ninety-nine taka'],
    [10_050, 'একশো টাকা পঞ্চাশ পয়সা', 'one hundred taka fifty paisa'],
    [
      1_234_567_800,
      'এক কোটি তেইশ লাখ পঁয়তাল্লিশ হাজার ছয়শো আটাত্তর টাকা',
      'one crore twenty-three lakh forty-five thousand six hundred seventy-eight taka',
    ],
  ])('%d in words', (paisa, bengali, english) => {
    expect(inWords(paisa)).toBe(bengali)
    lang.value = 'en'
    expect(inWords(paisa)).toBe(english)
  })

  test('a large one is short by hand', () => {
    expect(short(125_000_000)).toBe('৳১২.৫ লাখ')
    expect(short(1_200_000_000)).toBe('৳১.২ কোটি')
    expect(short(5_000_000)).toBe('৳৫০,০০০')
  })

  test('digits follow the language, letters stay', () => {
    expect(digits('HMK-07 ক ১')).toBe('HMK-০৭ ক ১')
    lang.value = 'en'
    expect(digits('ক ১২')).toBe('ক 12')
    expect(number(1234567)).toBe('12,34,567')
  })
})

describe('times', () => {
  test.each([
    ['2026-11-24T09:45:00Z', 'বিকাল ৩:৪৫', '3:45 pm'],
    ['2026-11-23T18:00:00Z', 'রাত ১২:০০', '12:00 am'],
    ['2026-11-23T22:05:00Z', 'ভোর ৪:০৫', '4:05 am'],
    ['2026-11-24T00:00:00Z', 'সকাল ৬:০০', '6:00 am'],
    ['2026-11-24T06:00:00Z', 'দুপুর ১২:০০', '12:00 pm'],
    ['2026-11-24T12:30:00Z', 'সন্ধ্যা ৬:৩০', '6:30 pm'],
    ['2026-11-24T16:51:43Z', 'রাত ১০:৫১', '10:51 pm'],
  ])('%s', (at, bengali, english) => {
    expect(clockTime(at)).toBe(bengali)
    lang.value = 'en'
    expect(clockTime(at)).toBe(english)
  })

  test('a countdown never shows less than nothing, and rounds up', () => {
    expect(duration(-5_000)).toBe('০০:০০')
    expect(duration(59_001)).toBe('০১:০০')
    expect(duration(5_375_000)).toBe('০১:২৯:৩৫')
    expect(duration(3 * 86_400_000 + 1_000)).toBe('৩ দিন ০০:০০:০১')
  })

  test('how long ago, and a long date', () => {
    expect(ago(3 * 60_000)).toBe('৩ মিনিট আগে')
    expect(longDate('2026-11-24T18:30:00Z')).toMatch(/^২৫ নভেম্বর/)
  })

  test.each([
    ['2026-04-14T06:00:00Z', '১ বৈশাখ ১৪৩৩'],
    ['2026-04-13T06:00:00Z', '৩০ চৈত্র ১৪৩২'],
    ['2026-02-21T06:00:00Z', '৮ ফাল্গুন ১৪৩২'],
    ['2026-03-26T06:00:00Z', '১২ চৈত্র ১৪৩২'],
    ['2026-12-16T06:00:00Z', '১ পৌষ ১৪৩৩'],
    ['2024-02-29T06:00:00Z', '১৬ ফাল্গুন ১৪৩০'],
  ])('%s in the Bangla calendar', (at, bengali) => {
    expect(banglaDate(Date.parse(at)).bn).toBe(bengali)
  })
})

describe('words', () => {
  test('a parameter is written in the digits of the language', () => {
    expect(t('shell.kg', { n: 412 })).toBe('৪১২ কেজি')
    expect(t('shell.daysAgo', { n: '3' })).toBe('৩ দিন আগে')
  })

  test('of one there is one, of more or none there are many', async () => {
    await setLang('en')
    expect(t('bhara.roomsOf', { n: 1 })).toBe('1 room')
    expect(t('bhara.roomsOf', { n: '3' })).toBe('3 rooms')
    expect(t('trip.free', { n: 0 })).toBe('0 ambulances are free nearby.')
    expect(t('seba.stars', { n: '4.5', count: 1 })).toBe('4.5 stars (1 person)')
  })

  test('both languages use the same parameters, and Bengali has no Latin digits', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    for (const key of Object.keys(en) as Key[]) {
      expect(holes(en[key]), key).toEqual(holes(bn[key]))
      expect(bn[key].replace(/\{\w+\}/g, ''), key).not.toMatch(/[0-9]/)
    }
  })
})

test.each([
  ['০১৭১২৩৪৫৬৭৮', '+8801712345678'],
  ['01712-345 678', '+8801712345678'],
  ['8801712345678', '+8801712345678'],
  ['+8801712345678', '+8801712345678'],
])('the phone %s', (typed, meant) => {
  expect(international(typed)).toBe(meant)
})

describe('what is written by hand is what Intl would write', () => {
  const locales = { bn: ['bn-BD', 'bn-BD'], en: ['en-IN', 'en-GB'] } as const

  test.each(['bn', 'en'] as const)('numbers in %s', language => {
    lang.value = language
    const intl = new Intl.NumberFormat(locales[language][0], { maximumFractionDigits: 3 })
    for (let power = 0; power < 14; power += 1) {
      for (const value of [10 ** power, 10 ** power - 1, 7.25 * 10 ** power, 10 ** power + 0.005]) {
        expect(number(value)).toBe(intl.format(value))
        expect(number(0 - value)).toBe(intl.format(0 - value))
      }
    }
  })

  test.each(['bn', 'en'] as const)('days in %s', language => {
    lang.value = language
    const intl = new Intl.DateTimeFormat(locales[language][1], {
      timeZone: 'Asia/Dhaka',
      dateStyle: 'long',
    })
    const first = Date.UTC(2026, 0, 1)
    for (let hour = 0; hour < 800 * 24; hour += 7) {
      const at = first + hour * 3_600_000
      expect(longDate(at)).toBe(intl.format(at))
    }
  })
})
