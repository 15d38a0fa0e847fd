/** The page of what is not there, fetched only when it is needed. */
import type { PageProps } from '../router'
import { onDemand } from './onDemand'

export const Gone = onDemand<PageProps>(() =>
  import('../pages/NotFound').then(each => each.default),
)
