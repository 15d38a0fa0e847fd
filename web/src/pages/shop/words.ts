/** How goods are called on the pages, and in what they are sold. */
import { nameIn, pick } from '../../words/i18n'

type Named = { nameBn: string; nameEn: string }

/** Return a thing with what was chosen of it: নকশিকাঁথা (এক জনের). */
export function thingText(line: Named & { choices: readonly string[] }): string {
  return line.choices.length > 0 ? `${nameIn(line)} (${line.choices.join(', ')})` : nameIn(line)
}

/** The units in which things are sold, as the API names them. */
export const UNITS: Record<string, [bn: string, en: string]> = {
  piece: ['প্রতিটি', 'each'],
  kg: ['কেজি', 'a kg'],
  gram: ['গ্রাম', 'a gram'],
  litre: ['লিটার', 'a litre'],
  dozen: ['ডজন', 'a dozen'],
  pair: ['জোড়া', 'a pair'],
  packet: ['প্যাকেট', 'a packet'],
  yard: ['গজ', 'a yard'],
  maund: ['মণ', 'a maund'],
  set: ['সেট', 'a set'],
}

export function unitText(unit: string): string {
  const [bn, en] = UNITS[unit] ?? [unit, unit]
  return pick({ bn, en })
}
