/** Applications of sellers: those that wait first, then those who sell already. */
import type { SellerApplicationState, SellersOfQuery } from '../../gql'
import { DecideSellerDocument, SellersOfDocument } from '../../gql/applications'
import { mutate } from '../../net/client'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { type Key, t } from '../../words/i18n'
import { digits } from '../../words/numbers'
import { longDate } from '../../words/time'
import { Deed } from './Deed'
import { type Desk, DeskList, useDesk } from './useDesk'

// Few applications have any.
const Papers = onDemand<{ papers: readonly { id: string }[] }>(
  () => import('../../parts/Papers').then(each => each.Papers),
  1,
)

type Application = SellersOfQuery['sellerApplications']['edges'][number]['node']

const WAITING: SellerApplicationState[] = ['SUBMITTED', 'NEEDS_INFO']
const KNOWN: SellerApplicationState[] = ['VERIFIED', 'SUSPENDED']

export function Sellers(desk: Desk) {
  return (
    <>
      <Applications desk={desk} states={WAITING} />
      <Opened
        title={t('officer.verified')}
        show={() => <Applications desk={desk} states={KNOWN} />}
      />
    </>
  )
}

function Applications({ desk, states }: { desk: Desk; states: SellerApplicationState[] }) {
  const page = useDesk(SellersOfDocument, { states }, data => data.sellerApplications, desk)
  return (
    <DeskList
      page={page}
      each={({ node }) => <One key={node.id} application={node} reload={page.reload} />}
    />
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
      {application.papers.length > 0 && <Papers papers={application.papers} />}
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
