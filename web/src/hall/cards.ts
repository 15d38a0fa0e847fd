/** The cards of a list of lots, and how the live feeds change them. Pure. */
import type { FollowHaatSubscription, LotCardFragment } from '../gql'

export type Card = LotCardFragment
export type HaatItem = FollowHaatSubscription['haatEvents']

/** Return the cards after an item of a haat's feed; what changes nothing gives the same array. */
export function cardsAfter(cards: Card[], item: HaatItem): Card[] {
  if (item.__typename === 'PriceMoved') {
    const { lotId, price, minimumNext, bidCount, endsAt } = item
    return changed(cards, lotId, card => ({ ...card, price, minimumNext, bidCount, endsAt }))
  }
  if (item.__typename === 'BlockChanged') {
    const { lotId, lot } = item
    return lot ? changed(cards, lotId, () => lot) : cards
  }
  if (item.__typename === 'HaatSnapshot') {
    return item.lots.reduce((kept, lot) => changed(kept, lot.id, () => lot), cards)
  }
  return cards
}

/** Return which lot an item brings that no card shows, if it is of the phase that is listed. */
export function newcomer(cards: Card[], item: HaatItem, phase: string): Card | null {
  if (item.__typename !== 'BlockChanged' || item.phase !== phase || !item.lot) return null
  return cards.some(card => card.id === item.lotId) ? null : item.lot
}

function changed(cards: Card[], id: string, change: (card: Card) => Card): Card[] {
  const at = cards.findIndex(card => card.id === id)
  const card = cards[at]
  if (!card) return cards
  return [...cards.slice(0, at), change(card), ...cards.slice(at + 1)]
}
