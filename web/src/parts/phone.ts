/** Phone numbers as people type them. */
import { inLatin } from '../words/numbers'

/** Return a number as it was meant: 017… and ০১৭… are of Bangladesh. */
export function international(typed: string): string {
  const digits = inLatin(typed).replace(/[^\d+]/g, '')
  if (digits.startsWith('+')) return digits
  if (digits.startsWith('880')) return `+${digits}`
  return digits.startsWith('0') ? `+88${digits}` : digits
}
