/** What looked wrong to the house, until an officer has looked. */
import { ResolveFlagDocument } from '../../gql/officer'
import { mutate } from '../../net/client'
import { Empty } from '../../parts/Empty'
import { type Key, t } from '../../words/i18n'
import { longDate } from '../../words/time'
import type { Desk } from '../Officer'
import { Deed } from './Deed'

export function Flags({ data, reload }: Desk) {
  const flags = data.flags.edges.map(edge => edge.node).filter(flag => !flag.resolvedAt)
  if (flags.length === 0) return <Empty text={t('officer.none')} />
  return (
    <ul class="lines">
      {flags.map(flag => (
        <li key={flag.id} class="card stack">
          <h2>{t(`officer.${flag.kind}` as Key)}</h2>
          <p>
            {flag.animal.name || flag.animal.number} · {flag.animal.sellerName}
          </p>
          <p class="soft">
            {longDate(flag.raisedAt)} {flag.note}
          </p>
          <Deed
            label={t('officer.resolve')}
            note={t('officer.found')}
            deed={async note =>
              (await mutate(ResolveFlagDocument, { flagId: flag.id, note })).resolveFlag
            }
            after={reload}
          />
        </li>
      ))}
    </ul>
  )
}
