/** Who decides here: officers and administrators; what exactly, the API says. */
import type { ViewerFragment } from '../gql'

/** Who sits at any desk of the officers' page; `pages/officer/desks.ts` says at which. */
export function serves(person: ViewerFragment | null | undefined): boolean {
  return holds(person, ['OFFICER', 'DISPATCHER', 'ADMINISTRATOR'])
}

/** Who decides for a place or for all of them. */
export function decides(person: ViewerFragment | null | undefined): boolean {
  return holds(person, ['OFFICER', 'ADMINISTRATOR'])
}

function holds(person: ViewerFragment | null | undefined, roles: string[]): boolean {
  return person?.roles.some(held => roles.includes(held.role)) ?? false
}
