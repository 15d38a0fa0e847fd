/** Who is barred from bidding, or asked to be: a second officer agrees, and any may lift it. */
import type { BansWaitingQuery } from '../../gql'
import { AgreeToBanDocument, BansWaitingDocument, LiftBanDocument } from '../../gql/bench'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { Steps } from '../../parts/Steps'
import { type Key, t } from '../../words/i18n'
import { clockTime, longDate } from '../../words/time'

const AskBan = onDemand<{ after: () => Promise<void> }>(
  () => import('./AskBan').then(each => each.AskBan),
  3,
)

export function Bans() {
  const { data, fault, reload } = useQuery(BansWaitingDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const bans = data.value.biddingBans.edges.map(({ node }) => node)
  return (
    <>
      <Opened title={t('officer.banAsk')} show={() => <AskBan after={reload} />} />
      {bans.length === 0 && <Empty text={t('officer.none')} />}
      <Standing bans={bans} reload={reload} />
    </>
  )
}

type Asked = BansWaitingQuery['biddingBans']['edges'][number]['node']

function Standing({ bans, reload }: { bans: Asked[]; reload: () => Promise<void> }) {
  return (
    <ul class="lines">
      {bans.map(({ id: banId, name, standing, until, reason }) => (
        <li key={banId} class="card stack">
          <h2>{name}</h2>
          <p>
            <strong>{t(`officer.ban_${standing}` as Key)}</strong>
          </p>
          <p class="soft">
            {t('officer.until', { day: `${longDate(until)}, ${clockTime(until)}` })}
          </p>
          <p>{reason}</p>
          {standing === 'ASKED' && <p class="soft">{t('officer.banSecond')}</p>}
          <Steps
            id={banId}
            reload={reload}
            steps={[
              {
                label: t('officer.banAgree'),
                when: standing === 'ASKED',
                plain: false,
                yes: t('officer.go'),
                send: async () => (await mutate(AgreeToBanDocument, { banId })).confirmBan,
              },
              {
                label: t('officer.banLift'),
                when: standing === 'ASKED' || standing === 'IN_FORCE',
                plain: true,
                field: t('officer.reason'),
                yes: t('officer.go'),
                send: async reason => (await mutate(LiftBanDocument, { banId, reason })).liftBan,
              },
            ]}
          />
        </li>
      ))}
    </ul>
  )
}
