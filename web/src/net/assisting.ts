/**
 * Acting for a citizen, in this tab alone: the token lies in the tab's own store for half an hour.
 *
 * A whole page load lies before and after it, so that nothing of one person is left in the memory of
 * the other's pages.
 */
import type { ViewerFragment } from '../gql'

export type Assisting = {
  id: string
  token: string
  /** The citizen, with nothing of what he alone may know. */
  citizen: ViewerFragment
  /** Until when, in milliseconds since 1970. */
  endsAt: number
}

export const KEPT = 'hmk.assisting'
export const DESK = '/sahayok'

/** For whom this tab acts; null: for who is signed in. It never changes while a page lives. */
export const assisting: Assisting | null = kept()

function kept(): Assisting | null {
  try {
    const text = sessionStorage.getItem(KEPT)
    return text ? (JSON.parse(text) as Assisting) : null
  } catch {
    return null
  }
}
