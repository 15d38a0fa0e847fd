/** Who decides here: officers and administrators; what exactly, the API says. */
import type { ViewerFragment } from '../gql'

export function serves(person: ViewerFragment | null | undefined): boolean {
  return person?.roles.some(held => held.role !== 'VERIFIED_SELLER') ?? false
}

/** Who reads the audit. */
export function administers(person: ViewerFragment | null | undefined): boolean {
  return person?.roles.some(held => held.role === 'ADMINISTRATOR') ?? false
}
