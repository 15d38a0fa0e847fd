/** An officer's desk: what waits for a decision, with all that is needed to decide. */
import './hall.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { DeskCountsQuery } from '../gql'
import { DeskCountsDocument } from '../gql/deskcounts'
import { ViewerNowDocument } from '../gql/roles'
import { useAccount } from '../net/account'
import { query } from '../net/client'
import { useEvery } from '../net/every'
import { useQuery } from '../net/load'
import { decides, serves } from '../net/officers'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { learn } from '../words/bn'
import { officer as words } from '../words/bn/officer'
import { type Key, t } from '../words/i18n'
import { number } from '../words/numbers'
import { type DeskName, desksOf } from './officer/desks'
import { Numbers } from './officer/Numbers'
import type { Desk } from './officer/useDesk'

learn(words)

const Sellers = onDemand<Desk>(() => import('./officer/Sellers').then(each => each.Sellers))
const Checks = onDemand<Desk>(() => import('./officer/Checks').then(each => each.Checks))
const Flags = onDemand<Desk>(() => import('./officer/Flags').then(each => each.Flags))
const Running = onDemand<Desk>(() => import('./officer/Running').then(each => each.Running))
const WaitingLots = onDemand<Desk>(() =>
  import('./officer/WaitingLots').then(each => each.WaitingLots),
)
const Deals = onDemand(() => import('./officer/Deals').then(each => each.Deals))
const Shops = onDemand(() => import('./officer/Shops').then(each => each.Shops))
const Complaints = onDemand(() => import('./officer/Complaints').then(each => each.Complaints))
const Drivers = onDemand(() => import('./officer/Drivers').then(each => each.Drivers))
const Bans = onDemand(() => import('./officer/Bans').then(each => each.Bans))
const HaatDesk = onDemand(() => import('./officer/haat/HaatDesk').then(each => each.HaatDesk))
const MoneyDesk = onDemand(() => import('./officer/MoneyDesk').then(each => each.MoneyDesk))
const Calls = onDemand(() => import('./officer/Calls').then(each => each.Calls))
const Charts = onDemand(() => import('./officer/Charts').then(each => each.Charts))
const Aims = onDemand(() => import('./officer/Aims').then(each => each.Aims))
const Audit = onDemand(() => import('./officer/Audit').then(each => each.Audit))
const People = onDemand(() => import('./officer/People').then(each => each.People))
const Payouts = onDemand(() => import('./officer/Payouts').then(each => each.Payouts))
const Disputes = onDemand(() => import('./officer/Disputes').then(each => each.Disputes))
const Offers = onDemand(() => import('./officer/Offers').then(each => each.Offers))
const Seconds = onDemand(() => import('./officer/Seconds').then(each => each.Seconds))
const Providers = onDemand(() => import('./officer/Providers').then(each => each.Providers))

// What others hand in comes without an event of the officer's own.
const ASK_AGAIN_S = 30

export default function Officer({ search }: PageProps) {
  useEffect(() => {
    document.title = `${t('officer.title')} — ${t('shell.brand')}`
  }, [])
  useRolesOfNow()
  const isOfficer = serves(me.value)
  return (
    <div class="stack">
      <h1>{t('officer.title')}</h1>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('officer.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && !isOfficer && <Empty text={t('officer.onlyOfficers')} />}
      {decides(me.value) && <Numbers />}
      {decides(me.value) && <CountedDesks search={search} />}
      {isOfficer && !decides(me.value) && (
        <Desks search={search} counts={null} turn={0} recount={async () => undefined} />
      )}
    </div>
  )
}

/** Hear of roles that are given and taken while the page is open, or were while there was no line. */
function useRolesOfNow() {
  const asked = useSignal(0)
  useAccount(item => {
    const moved = item.__typename === 'AccountNotice' && item.kind.startsWith('accounts.role_')
    if (!moved && item.__typename !== 'AccountSnapshot') return
    asked.value += 1
    const mine = asked.value
    query(ViewerNowDocument, {}).then(
      found => {
        // Of two answers the older may come later.
        if (mine === asked.value) me.value = found.me
      },
      () => undefined, // without a line nothing can be decided either
    )
  })
}

/** The desks, and how much waits at each; asked again on news, and now and then. */
function CountedDesks({ search }: { search: URLSearchParams }) {
  const { data, fault, reload } = useQuery(DeskCountsDocument, {}, { perViewer: true })
  const turn = useSignal(0)
  const again = () => {
    turn.value += 1
    void reload()
  }
  useAccount(item => {
    // The first snapshot comes right after the first answer.
    if (item.__typename !== 'AccountSnapshot') again()
  })
  useEvery(ASK_AGAIN_S, again)
  return (
    <>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      <Desks search={search} counts={data.value} turn={turn.value} recount={reload} />
    </>
  )
}

type DesksProps = Desk & { search: URLSearchParams; counts: DeskCountsQuery | null }

function Desks({ search, counts, ...desk }: DesksProps) {
  const desks = desksOf(me.value)
  const first = desks.find(name => name === search.get('desk')) ?? desks[0]
  const open = useSignal(first)
  // A role may be taken away while its desk is open.
  const shown = desks.find(name => name === open.value) ?? first
  useEffect(() => {
    open.value = first
  }, [search])
  useEffect(() => {
    const chosen = document.querySelector('.tabs [aria-pressed=true]')
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown, counts === null])
  return (
    <>
      <nav class="tabs" aria-label={t('officer.title')}>
        {desks.map(name => (
          <button
            key={name}
            type="button"
            class="plain"
            aria-pressed={shown === name}
            onClick={() => {
              open.value = name
            }}
          >
            {t(`officer.${name}` as Key)}
            {countText(counts, name)}
          </button>
        ))}
      </nav>
      {shown === 'sellers' && <Sellers {...desk} />}
      {shown === 'checks' && <Checks {...desk} />}
      {shown === 'lots' && <WaitingLots {...desk} />}
      {shown === 'haat' && <HaatDesk />}
      {shown === 'running' && <Running {...desk} />}
      {shown === 'flags' && <Flags {...desk} />}
      {shown === 'deals' && <Deals />}
      {shown === 'shops' && <Shops />}
      {shown === 'providers' && <Providers />}
      {shown === 'offers' && <Offers />}
      {shown === 'drivers' && <Drivers />}
      {shown === 'bans' && <Bans />}
      {shown === 'disputes' && <Disputes />}
      {shown === 'complaints' && <Complaints />}
      {shown === 'money' && <MoneyDesk />}
      {shown === 'payouts' && <Payouts />}
      {shown === 'calls' && <Calls />}
      {shown === 'aims' && <Aims />}
      {shown === 'audit' && <Audit />}
      {shown === 'people' && <People />}
      {shown === 'seconds' && <Seconds />}
      {shown === 'charts' && <Charts search={search} />}
    </>
  )
}

type Waiting = { edges: unknown[]; pageInfo: { hasNextPage: boolean } }

/** Say how much waits at a desk; at the others that is asked for when they are opened. */
function countText(counts: DeskCountsQuery | null, name: DeskName): string {
  const waiting: Partial<Record<DeskName, Waiting[]>> = counts
    ? {
        sellers: [counts.sellerApplications],
        checks: [counts.checksWaiting],
        lots: [counts.lotsWaiting],
        flags: [counts.flags, counts.sharedPhotos],
      }
    : {}
  const lists = waiting[name] ?? []
  const count = lists.reduce((sum, { edges }) => sum + edges.length, 0)
  const more = lists.some(({ pageInfo }) => pageInfo.hasNextPage)
  return count > 0 ? ` (${number(count)}${more ? '+' : ''})` : ''
}
