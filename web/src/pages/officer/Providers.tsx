/** Providers of the officer's places that wait to be verified. */
import { DecideDeskDocument, ProvidersWaitingDocument } from '../../gql/bench'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Papers, paperName } from '../../parts/Papers'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { type Key, placeText, t } from '../../words/i18n'
import { longDate } from '../../words/time'
import { Deed } from './Deed'

export function Providers() {
  const { data, fault, reload } = useQuery(ProvidersWaitingDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const waiting = data.value.providerApplications.edges.map(({ node }) => node)
  if (waiting.length === 0) return <Empty text={t('officer.none')} />
  return (
    <ul class="lines">
      {waiting.map(each => (
        <li key={each.id} class="card stack">
          <h2>{each.name}</h2>
          <p>{placeText(each.place)}</p>
          {each.about && <p>{each.about}</p>}
          <Papers papers={each.papers} />
          {each.missingPapers.length > 0 && (
            <p class="notice">
              {t('files.missing', { kinds: each.missingPapers.map(paperName).join(', ') })}
            </p>
          )}
          <p class="soft">
            {t(`officer.state_${each.state}` as Key)} {each.reason}
            {each.decisionDueAt && ` · ${t('officer.due', { day: longDate(each.decisionDueAt) })}`}
          </p>
          <div class="row">
            {each.allowedTransitions
              .filter(move => move !== 'SUBMIT')
              .map(move => (
                <Deed
                  key={move}
                  label={t(`officer.move_${move}` as Key)}
                  plain={move !== 'VERIFY'}
                  deed={async reason => {
                    const variables = { providerId: each.id, decision: move, reason }
                    return (await mutate(DecideDeskDocument, variables)).decideProvider
                  }}
                  after={reload}
                />
              ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
