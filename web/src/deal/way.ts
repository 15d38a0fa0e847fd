/** The animal's way, told from its history: what was weighed, who left, what arrived. Pure. */
import type { DealViewFragment } from '../gql'
import { type Key, t } from '../words/i18n'
import { number } from '../words/numbers'

type Happening = DealViewFragment['animal']['history'][number]
type Facts = { grams?: number; deal?: number; consignment?: { trip?: number; deal?: number } }

export type Step = { at: string; text: string }

/** Return what happened to the animal since the deal was made, oldest first. */
export function wayOf(history: readonly Happening[], madeAt: string): Step[] {
  return history
    .filter(each => each.at >= madeAt)
    .map(({ kind, facts, at }) => ({ at, text: sentence(kind, facts as Facts) }))
    .filter((step): step is Step => step.text !== null)
    .sort((one, other) => one.at.localeCompare(other.at))
}

function sentence(kind: string, { grams, consignment }: Facts): string | null {
  if (kind === 'icarWeightEventResource' && grams) {
    return t('deal.weighed', { kg: number(grams / 1000, 1) })
  }
  const moved: Record<string, Key> = consignment
    ? {
        icarMovementDepartureEventResource: 'deal.departedTrip',
        icarMovementArrivalEventResource: 'deal.arrivedTrip',
      }
    : {
        icarMovementDepartureEventResource: 'deal.departed',
        icarMovementArrivalEventResource: 'deal.arrived',
      }
  const key = moved[kind]
  return key ? t(key) : null
}

/** Return whether a trip's steps stand in the history already; they are written a moment later. */
export function isWritten(history: readonly Happening[], tripState: string): boolean {
  const by = (kind: string) =>
    history.some(each => each.kind === kind && (each.facts as Facts).consignment)
  if (tripState === 'COMPLETED') return by('icarMovementArrivalEventResource')
  return tripState !== 'IN_TRIP' || by('icarMovementDepartureEventResource')
}
