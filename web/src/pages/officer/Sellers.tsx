/** Applications of sellers: those that wait first, then those who sell already. */
import type { OfficerDeskQuery } from '../../gql'
import { DecideSellerDocument } from '../../gql/officer'
import { mutate } from '../../net/client'
import { Empty } from '../../parts/Empty'
import { Papers } from '../../parts/Papers'
import { type Key, t } from '../../words/i18n'
import { digits } from '../../words/numbers'
import { longDate } from '../../words/time'
import type { Desk } from '../Officer'
import { Deed } from './Deed'

type Application = OfficerDeskQuery['sellerApplications']['edges'][number]['node']

export function Sellers({ data, reload }: Desk) {
  const all = data.sellerApplications.edges.map(edge => edge.node)
  const waiting = all.filter(each => each.state === 'SUBMITTED' || each.state === 'NEEDS_INFO')
  const known = all.filter(each => !waiting.includes(each))
  return (
    <>
      {waiting.length === 0 && <Empty text={t('officer.none')} />}
      <ul class="lines">
        {waiting.map(each => (
          <One key={each.id} application={each} reload={reload} />
        ))}
      </ul>
      <details>
        <summary>{t('officer.verified', { n: known.length })}</summary>
        <ul class="lines">
          {known.map(each => (
            <One key={each.id} application={each} reload={reload} />
          ))}
        </ul>
      </details>
    </>
  )
}

function One({ application, reload }: { application: Application; reload: () => Promise<void> }) {
  const { id, farmName, applicantName, contactPhone, village, statement, reason } = application
  return (
    <li class="card stack">
      <h2>{farmName}</h2>
      <p>
        {applicantName}, {village} · {digits(contactPhone)}
      </p>
      {statement && <p>{statement}</p>}
      <Papers papers={application.papers} />
      <p class="soft">
        {t(`officer.state_${application.state}` as Key)}
        {application.dueAt && ` · ${t('officer.due', { day: longDate(application.dueAt) })}`}
      </p>
      {reason && <p class="soft">{reason}</p>}
      {application.endingAsked && <p class="notice">{t('officer.second')}</p>}
      <div class="row">
        {application.allowedMoves
          .filter(move => move !== 'SUBMIT')
          .map(move => (
            <Deed
              key={move}
              label={t(`officer.move_${move}` as Key)}
              plain={move !== 'VERIFY'}
              deed={async why => {
                const variables = { applicationId: id, decision: move, reason: why }
                return (await mutate(DecideSellerDocument, variables)).decideSellerApplication
              }}
              after={reload}
            />
          ))}
      </div>
    </li>
  )
}
