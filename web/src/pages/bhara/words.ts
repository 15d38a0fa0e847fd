/** What is said of something to let, everywhere alike. */
import type { UnitCardFragment, UnitViewFragment } from '../../gql'
import { t } from '../../words/i18n'
import { money } from '../../words/numbers'
import { spotText } from '../seba/words'

export const KINDS = ['HOUSE', 'OFFICE', 'SHOP', 'GODOWN', 'VEHICLE'] as const
export const AMENITIES = [
  'LIFT',
  'GAS',
  'WATER',
  'PARKING',
  'GUARD',
  'ELECTRICITY',
  'GENERATOR',
  'BALCONY',
] as const

/** Return the rent, for a month or a day. */
export function rentText({ kind, rentAmount }: Pick<UnitViewFragment, 'kind' | 'rentAmount'>) {
  return t(kind === 'VEHICLE' ? 'bhara.day' : 'bhara.month', { amount: money(rentAmount) })
}

/** Return what a card says in one line: what it is, how large, where. */
export function factsText(unit: UnitCardFragment): string {
  const { kind, rooms, seats, areaSqft, advanceAmount, place } = unit
  return [
    t(`bhara.${kind}`),
    rooms && t('bhara.roomsOf', { n: rooms }),
    seats && t('bhara.seatsOf', { n: seats }),
    areaSqft && t('bhara.sqft', { n: areaSqft }),
    advanceAmount > 0 && t('bhara.advanceOf', { amount: money(advanceAmount) }),
    place && spotText(place),
  ]
    .filter(Boolean)
    .join(' · ')
}
