/** A listing's offers as the talks that they are. */
import type { OfferLineFragment } from '../../gql'

type Line = Pick<OfferLineFragment, 'id' | 'answers' | 'madeAt'>

/** Each offer with all that answers it; two buyers may bear one name. */
export function bargains<Offer extends Line>(offers: Offer[]): Offer[][] {
  const talks = new Map<string, Offer[]>()
  for (const offer of [...offers].sort((one, other) => one.madeAt.localeCompare(other.madeAt))) {
    const talk = (offer.answers && talks.get(offer.answers)) || []
    talk.push(offer)
    talks.set(offer.id, talk)
  }
  return [...new Set(talks.values())]
}
