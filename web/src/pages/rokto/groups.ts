/** The groups as people write them. Pure. */
import type { BloodGroup } from '../../gql'

export const GROUPS: readonly BloodGroup[] = [
  'A_POS',
  'B_POS',
  'O_POS',
  'AB_POS',
  'A_NEG',
  'B_NEG',
  'O_NEG',
  'AB_NEG',
]

/** Return a group as it stands on a card: AB+. */
export function groupName(group: BloodGroup): string {
  const [letters = '', sign] = group.split('_')
  return letters + (sign === 'POS' ? '+' : '−')
}
