/** How a driver is searched for, step by step: near, farther, and at last by people who ring. */
import '../../parts/timeline.css'
import type { FollowTripSubscription, WayFragment } from '../../gql'
import { t } from '../../words/i18n'
import { number } from '../../words/numbers'

/** The states in which nobody has taken a trip yet. */
export const SOUGHT = new Set(['AT_DESK', 'SEARCHING', 'ESCALATED'])

/** What was asked last, as the trip's stream tells it. */
export type Ring = Extract<FollowTripSubscription['tripEvents'], { __typename: 'TripDriversAsked' }>

/** `ring` null: nobody was asked since the page came. */
export function Ladder({ trip, ring }: { trip: WayFragment; ring: Ring | null }) {
  const isWide = ring !== null && ring.batch > 1
  const at = trip.state === 'ESCALATED' || trip.state === 'AT_DESK' ? 2 : isWide ? 1 : 0
  const steps = [
    ring && !isWide ? asked(ring) : t('trip.ring1'),
    isWide ? asked(ring) : t('trip.ring2'),
    trip.alarms > 0 ? t('trip.ring3Now', { n: trip.alarms }) : t('trip.ring3'),
  ]
  return (
    <ol class="timeline" aria-label={t('trip.ladder')}>
      {steps.map((step, n) => (
        <li key={step} class={n <= at ? 'done' : ''} aria-current={n === at ? 'step' : undefined}>
          {step}
        </li>
      ))}
    </ol>
  )
}

function asked({ radiusM, drivers }: Ring): string {
  if (radiusM === null) return t('trip.ringAll', { n: drivers })
  return t('trip.ringIn', { km: number(radiusM / 1000, 1), n: drivers })
}
