import type { ComplaintKind } from '../../gql'

export const KINDS: ComplaintKind[] = [
  'ROAD',
  'WATER',
  'ELECTRICITY',
  'WASTE',
  'PROVIDER',
  'HAAT',
  'OFFICE',
  'OTHER',
]

/** Return the number of a complaint, as its address has it. */
export function numberOf({ id }: { id: string }): string {
  return id.replace('Complaint:', '')
}
