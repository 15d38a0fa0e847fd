/** The way from something that went wrong to a complaint about it, which is begun there. */
import type { ComplaintKind } from '../gql'
import { t } from '../words/i18n'

type Props = {
  kind: ComplaintKind
  of: 'booking' | 'order' | 'deal'
  /** The number that people see of it. */
  n: string
  /** Whom it is about, if its words name one. */
  name?: string
}

export function ComplainLink({ kind, of, n, name = '' }: Props) {
  return (
    <p>
      <a href={`/nalish?${new URLSearchParams({ kind, of, n, name })}`}>{t('shell.complain')}</a>
    </p>
  )
}
