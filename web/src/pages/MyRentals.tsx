/** What the viewer lets and rents: visits, tenancies, days with a vehicle, and putting something up. */
import './seba.css'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { MyRentalsPageQuery } from '../gql'
import { MyRentalsPageDocument } from '../gql/letting'
import { useAccount } from '../net/account'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { Opened } from '../parts/Opened'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { learn } from '../words/bn'
import { bhara as words } from '../words/bn/bhara'
import { t, titleOf } from '../words/i18n'
import { Hires } from './bhara/Hires'
import { Visits } from './bhara/Visits'
import { rentText } from './bhara/words'

learn(words)

const PutUpForm = onDemand(() => import('./bhara/PutUpForm').then(each => each.PutUpForm), 6)

export default function MyRentals() {
  useEffect(() => {
    document.title = `${t('bhara.mine')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('bhara.mine')}</h1>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('bhara.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && <Signed />}
    </div>
  )
}

function Signed() {
  const { data, fault, reload } = useQuery(MyRentalsPageDocument, {}, { perViewer: true })
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
  const tenancies = found.myRentalAgreements.edges.map(({ node }) => node)
  const visits = found.myViewings.edges.map(({ node }) => node)
  const hires = found.myVehicleHires.edges.map(({ node }) => node)
  const units = found.myRentalUnits.edges.map(({ node }) => node)
  const nothing = [tenancies, visits, hires, units].every(each => each.length === 0)
  return (
    <>
      {nothing && (
        <Empty text={t('bhara.nothing')}>
          <a class="button plain" href="/bhara">
            {t('bhara.find')}
          </a>
        </Empty>
      )}
      <Tenancies tenancies={tenancies} />
      <Visits visits={visits} reload={reload} />
      <Hires hires={hires} reload={reload} />
      {units.length > 0 && (
        <Part title={t('bhara.units')}>
          {units.map(unit => (
            <li key={unit.id} class="card">
              <a href={`/bhara/${unit.id.replace('RentalUnit:', '')}`}>{titleOf(unit)}</a>
              <p>{rentText(unit)}</p>
              <p class="soft">{t(`bhara.unit_${unit.state}`)}</p>
            </li>
          ))}
        </Part>
      )}
      <div class="card">
        <Opened title={t('bhara.put')} show={() => <PutUpForm />} />
      </div>
    </>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section aria-label={title} aria-live="polite">
      <h2>{title}</h2>
      <ul class="lines">{children}</ul>
    </section>
  )
}

type Tenancy = MyRentalsPageQuery['myRentalAgreements']['edges'][number]['node']

function Tenancies({ tenancies }: { tenancies: Tenancy[] }) {
  if (tenancies.length === 0) return null
  return (
    <Part title={t('bhara.tenancies')}>
      {tenancies.map(one => (
        <li key={one.id} class="card">
          <a href={`/bhara/tenancy/${one.id.replace('RentalAgreement:', '')}`}>
            {titleOf(one.unit)}
          </a>
          <p>
            {one.letting
              ? `${t('bhara.tenant')}: ${one.tenantName}`
              : `${t('bhara.landlord')}: ${one.landlordName}`}
          </p>
          <p class="soft">{t(`bhara.state_${one.state}`)}</p>
        </li>
      ))}
    </Part>
  )
}
