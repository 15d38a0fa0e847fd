/** The page of what is not there. */
import type { PageProps } from '../router'
import { onDemand } from './onDemand'

export const Gone = onDemand<PageProps>(
  () => import('../pages/NotFound').then(page => page.default),
  4,
)
