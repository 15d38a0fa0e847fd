/** The first officer's word about a thing, which waits for a second one's. */
import type { AskingFragment } from '../../gql'
import { learn } from '../../words/bn'
import { seconds } from '../../words/bn/seconds'
import { t } from '../../words/i18n'
import { digits } from '../../words/numbers'

learn(seconds)

export function Asking({ act }: { act: AskingFragment | null | undefined }) {
  if (!act) return null
  return (
    <p class="notice">
      {t('seconds.askedBy', { who: act.askedByName })} {digits(act.reason)}{' '}
      {t(act.mine ? 'seconds.askedMine' : 'seconds.askedOther')}
    </p>
  )
}
