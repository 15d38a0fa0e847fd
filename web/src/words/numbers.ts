/** Numbers and money in both scripts: lakh grouping, whole taka, paisa only where there are any. */
import { lang } from './i18n'

const ZERO = '০'.charCodeAt(0)
const LAKH = 100_000
const CRORE = 10_000_000

/**
 * Write a number in lakh groups with `least` to `most` places.
 *
 * By hand: `Intl.NumberFormat` says the same, but its first use costs a cheap phone over 100 ms.
 */
function written(value: number, least: number, most: number): string {
  const [whole = '', part = ''] = Math.abs(value).toFixed(most).split('.')
  const places = part.replace(/0+$/, '').padEnd(least, '0')
  const grouped = whole.replace(/\B(?=(?:\d{2})*\d{3}$)/g, ',')
  const sign = value < 0 ? '-' : ''
  return digits(`${sign}${grouped}${places && `.${places}`}`)
}

/** Return a number with the digits and groups of the present language. */
export function number(value: number, places = 3): string {
  return written(value, 0, places)
}

/** Return a text with its digits in the present language. */
export function digits(text: string): string {
  return lang.value === 'bn' ? inBengali(text) : inLatin(text)
}

export function inBengali(text: string): string {
  return text.replace(/[0-9]/g, digit => String.fromCharCode(ZERO + Number(digit)))
}

export function inLatin(text: string): string {
  return text.replace(/[০-৯]/g, digit => String(digit.charCodeAt(0) - ZERO))
}

/** Return an amount of paisa as ৳১,৫৫,০০০. */
export function money(paisa: number): string {
  const whole = Math.abs(paisa) % 100 === 0
  const text = written(Math.abs(paisa) / 100, whole ? 0 : 2, 2)
  return `${paisa < 0 ? '−' : ''}৳${text}`
}

/** Return a large amount in few signs: ৳১২.৫ লাখ. */
export function short(paisa: number): string {
  const taka = paisa / 100
  const words = lang.value === 'bn' ? ['লাখ', 'কোটি'] : ['lakh', 'crore']
  if (taka >= CRORE) return `৳${number(taka / CRORE, 2)} ${words[1]}`
  if (taka >= LAKH) return `৳${number(taka / LAKH, 2)} ${words[0]}`
  return money(paisa)
}

/**
 * Return what was typed as paisa; null if it is no amount.
 *
 * Either script, ৳ or not, commas wherever they stand; at most two places after the point.
 */
export function parseTaka(typed: string): number | null {
  const text = inLatin(typed).replace(/[৳,\s]/g, '')
  const found = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text)
  if (!found) return null
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}
