/** Something to let: what it is, and the way to see it or to hire it. */
import './facts.css'
import './seba.css'
import { useEffect } from 'preact/hooks'
import type { RentalPageQuery } from '../gql'
import { RentalPageDocument } from '../gql/bhara'
import { useAccount } from '../net/account'
import { useQuery } from '../net/load'
import { me } from '../net/session'
import { Gone } from '../parts/Gone'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { learn } from '../words/bn'
import { bhara as words } from '../words/bn/bhara'
import { type Key, t, titleOf } from '../words/i18n'
import { digits, money, number } from '../words/numbers'
import { longDate } from '../words/time'
import { HireForm } from './bhara/HireForm'
import { SeeForm } from './bhara/SeeForm'
import { rentText } from './bhara/words'
import { spotText } from './seba/words'

learn(words)

const Keeping = onDemand(() => import('./bhara/Keeping').then(each => each.Keeping))

type Unit = NonNullable<RentalPageQuery['rentalUnit']>

export default function Rental({ params, search }: PageProps) {
  const id = `RentalUnit:${params.n}`
  const page = useQuery(RentalPageDocument, { id }, { boot: 'RentalPage', perViewer: true })
  const unit = page.data.value?.rentalUnit
  const title = unit ? titleOf(unit) : t('bhara.title')
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void page.reload()
  })
  useEffect(() => {
    document.title = `${title} — ${t('shell.brand')}`
  }, [title])
  if (page.data.value && !unit && !page.loading.value)
    return <Gone params={params} search={search} />
  return (
    <div class="stack">
      <h1>{title}</h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {unit ? <Shown unit={unit} reload={page.reload} /> : <Skeleton rows={5} />}
    </div>
  )
}

type ShownProps = { unit: Unit; reload: () => Promise<void> }

function Shown({ unit, reload }: ShownProps) {
  const { id, kind, state, mine, confirmedAt, description } = unit
  const free = state === 'AVAILABLE'
  return (
    <>
      <section class="card stack" aria-live="polite">
        <p>
          <strong class="money">{rentText(unit)}</strong> · {t(`bhara.unit_${state}`)}
        </p>
        {description && <p>{digits(description)}</p>}
        <Facts unit={unit} />
        {free && <p class="soft">{t('bhara.confirmed', { day: longDate(confirmedAt) })}</p>}
      </section>
      {mine && <Keeping unit={unit} reload={reload} />}
      {!mine && free && kind === 'VEHICLE' && <HireForm unitId={id} rate={unit.rentAmount} />}
      {!mine && free && kind !== 'VEHICLE' && <SeeForm unitId={id} />}
      {me.value && (
        <p>
          <a class="button plain" href="/bhara/mine">
            {t('bhara.mine')}
          </a>
        </p>
      )}
    </>
  )
}

function Facts({ unit }: { unit: Unit }) {
  const { kind, place, address, advanceAmount, serviceChargeAmount, floor, amenities } = unit
  const byMonth = kind !== 'VEHICLE'
  const home = kind === 'HOUSE' ? t(`bhara.${unit.tenants}`) : ''
  const where = [address, place && spotText(place)].filter(Boolean).join(', ')
  const facts: [Key, string | null | false][] = [
    ['bhara.kind', t(`bhara.${kind}`)],
    ['bhara.where', where],
    ['bhara.address', byMonth && address === null && t('bhara.addressLater')],
    ['bhara.advance', advanceAmount > 0 && money(advanceAmount)],
    ['bhara.service', serviceChargeAmount > 0 && money(serviceChargeAmount)],
    ['bhara.rooms', unit.rooms && number(unit.rooms)],
    ['bhara.floor', floor !== null && (floor === 0 ? t('bhara.ground') : number(floor))],
    ['bhara.area', unit.areaSqft && t('bhara.sqft', { n: unit.areaSqft })],
    ['bhara.seats', unit.seats && number(unit.seats)],
    ['bhara.for', home],
    ['bhara.has', amenities.map(each => t(`bhara.${each}` as Key) || each).join(', ')],
    ['bhara.owner', unit.ownerName],
  ].map(([key, text]) => [key as Key, text || null])
  return (
    <dl class="week">
      {facts.map(
        ([key, text]) =>
          text && (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>{digits(text)}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
