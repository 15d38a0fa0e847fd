/** What an animal is, in one line. A weight comes with how and when it was found. */
import type { AnimalFactsFragment } from '../gql'
import { type Key, pick, t } from '../words/i18n'

export type Weighed = { kilograms: number; method: string; ageDays: number }

export function weightText({ kilograms, method, ageDays }: Weighed): string {
  const when = ageDays === 0 ? t('shell.today') : t('shell.daysAgo', { n: ageDays })
  return `${t('shell.kg', { n: kilograms })} (${t(`shell.method_${method}` as Key)}, ${when})`
}

export function factsText(animal: AnimalFactsFragment): string {
  const { breed, latestWeight, teeth } = animal
  return [
    pick({ bn: breed.nameBn, en: breed.nameEn }),
    latestWeight && weightText(latestWeight),
    teeth !== null && t('lot.teethN', { n: teeth }),
  ]
    .filter(Boolean)
    .join(' · ')
}
