/** The two languages of the pages. Bengali is in the first load, English comes when it is asked for. */
import { signal } from '@preact/signals'
import { bn, type Key } from './bn'
import { digits, number } from './numbers'

export type Language = 'bn' | 'en'
export type { Key }

type Named = { nameBn: string; nameEn: string }

const KEPT = 'hmk.lang'

export const lang = signal<Language>('bn')

let english: Record<Key, string> | null = null

/**
 * Return the words for a key in the present language.
 *
 * `{n}` stands for a parameter, `{n:day|days}` for the first word if it is one, or else the second.
 */
export function t(key: Key, params: Record<string, string | number> = {}): string {
  const words: Partial<Record<Key, string>> = lang.value === 'en' && english ? english : bn
  return (words[key] ?? '').replace(
    /\{(\w+)(?::([^|]+)\|([^}]+))?\}/g,
    (whole, name, one, more) => {
      const value = params[name]
      if (value === undefined) return whole
      if (one) return String(value) === '1' ? one : more
      return typeof value === 'number' ? number(value) : digits(value)
    },
  )
}

/** Return the text of the present language. */
export function pick(text: { bn: string; en: string }): string {
  return lang.value === 'en' ? text.en || text.bn : text.bn || text.en
}

/** Return a title in the present language. */
export function titleOf(titled: { titleBn: string; titleEn: string }): string {
  return pick({ bn: titled.titleBn, en: titled.titleEn })
}

/** Return a name in the present language; many things have one in Bengali only. */
export function nameIn({ nameBn, nameEn }: Named): string {
  return pick({ bn: nameBn, en: nameEn })
}

/** Return a place with what it lies in: নিয়ামতপুর, করিমগঞ্জ. */
export function placeText(place: Named & { parent: Named | null }): string {
  return place.parent ? `${nameIn(place)}, ${nameIn(place.parent)}` : nameIn(place)
}

/** Change the language, and remember it. */
export async function setLang(to: Language): Promise<void> {
  if (to === 'en') english ??= (await import('./en')).en
  lang.value = to
  document.documentElement.lang = to
  try {
    localStorage.setItem(KEPT, to)
  } catch {
    // A private window keeps nothing.
  }
}

/** Begin with the language of the address, of the last visit, or Bengali. */
export async function start(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang')
  const wanted = asked ?? remembered()
  if (wanted === 'en') await setLang('en').catch(() => undefined)
  else document.documentElement.lang = 'bn'
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}
