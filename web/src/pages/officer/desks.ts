/** Which desks the API serves whom: for a role, all others would stand empty or refuse. */
import type { ViewerFragment } from '../../gql'

export const DESKS = [
  'sellers',
  'checks',
  'haat',
  'lots',
  'running',
  'flags',
  'deals',
  'shops',
  'providers',
  'offers',
  'drivers',
  'disputes',
  'complaints',
  'bans',
  'money',
  'payouts',
  'calls',
  'charts',
  'aims',
  'audit',
  'people',
  'seconds',
] as const
export type DeskName = (typeof DESKS)[number]

const OF_ADMINISTRATORS = new Set<DeskName>(['payouts', 'audit', 'people'])
// An administrator sits at every desk.
const ROLES: Record<string, (desk: DeskName) => boolean> = {
  ADMINISTRATOR: () => true,
  OFFICER: desk => desk !== 'calls' && !OF_ADMINISTRATORS.has(desk),
  DISPATCHER: desk => desk === 'calls',
}

/** Return the desks of a person in their order; none of somebody who decides nothing. */
export function desksOf(person: ViewerFragment | null | undefined): DeskName[] {
  const roles = person?.roles.map(held => held.role) ?? []
  return DESKS.filter(desk => roles.some(role => ROLES[role]?.(desk)))
}
