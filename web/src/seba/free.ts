/** Whether providers are free, as they said it and as long as it is to be believed. Pure. */
import type { FreeFragment, WhoIsFreeSubscription } from '../gql'

export type FreeItem = WhoIsFreeSubscription['availabilityEvents']
/** What was told since the page came, by the id of the provider. */
export type Told = Record<string, FreeFragment>

/** Return what was told after an item. */
export function toldAfter(told: Told, item: FreeItem): Told {
  if (item.__typename !== 'AvailabilityMoved') return told
  const { providerId, state, believedUntil: until, nextFreeAt } = item
  return { ...told, [providerId]: { state, until, nextFreeAt } }
}

/** Return the state at a moment (ms since 1970): nobody tells when a signal has run out. */
export function believed(free: FreeFragment, now: number): FreeFragment {
  if (free.until === null || Date.parse(free.until) > now) return free
  return { state: 'UNKNOWN', until: null, nextFreeAt: null }
}
