/** Blood: asking for it, being asked for it, and being somebody who gives. */
import './facts.css'
import './trip.css'
import './seba.css'
import { useEffect } from 'preact/hooks'
import type { NeedFragment } from '../gql'
import { BloodPageDocument } from '../gql/blood'
import { useAccount } from '../net/account'
import { assisting } from '../net/assisting'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { learn } from '../words/bn'
import { rokto as words } from '../words/bn/rokto'
import { type Key, t } from '../words/i18n'
import { digits, number } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { AskForm } from './rokto/AskForm'
import { groupName } from './rokto/groups'

learn(words)

const EMERGENCY = '999'
const DonorCard = onDemand(() => import('./rokto/DonorCard').then(each => each.DonorCard))

export default function Blood() {
  useEffect(() => {
    document.title = `${t('rokto.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('rokto.title')}</h1>
      <p>
        <a class="button emergency" href={`tel:${EMERGENCY}`}>
          {t('rokto.ring', { n: digits(EMERGENCY) })}
        </a>
      </p>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('rokto.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && (assisting ? <AskForm /> : <Signed />)}
    </div>
  )
}

function Signed() {
  const { data, fault, reload } = useQuery(BloodPageDocument, {}, { perViewer: true })
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void reload()
  })
  const found = data.value
  if (!found) {
    return fault.value ? (
      <Problem fault={fault.value} retry={() => void reload()} />
    ) : (
      <Skeleton rows={4} />
    )
  }
  const offers = found.myDonationOffers.edges.map(({ node }) => node)
  const asked = offers.flatMap(({ request }) => (request ? [request] : []))
  return (
    <>
      {asked.length > 0 && <Needs title={t('rokto.asked')} needs={asked} />}
      <Needs title={t('rokto.mine')} needs={found.myBloodRequests.edges.map(({ node }) => node)} />
      <AskForm />
      <DonorCard donor={found.myBloodDonor} reload={reload} />
    </>
  )
}

function Needs({ title, needs }: { title: string; needs: NeedFragment[] }) {
  if (needs.length === 0) return null
  return (
    <section aria-label={title} aria-live="polite">
      <h2>{title}</h2>
      <ul class="lines">
        {needs.map(need => (
          <li key={need.id} class="card">
            <a href={`/rokto/${need.id.replace('BloodRequest:', '')}`}>
              {t('rokto.need', { group: groupName(need.group), n: number(need.units) })}
            </a>
            <p>{need.hospital}</p>
            <p class="soft">
              {t('rokto.by', { day: longDate(need.neededBy), time: clockTime(need.neededBy) })} ·{' '}
              {t(`rokto.state_${need.state}` as Key)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
