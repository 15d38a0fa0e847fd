/** Services that wait for an officer of their place; for administrators the kinds of services, too. */
import '../seba.css'
import type { ServicesWaitingQuery } from '../../gql'
import { DecideOfferDocument, ServicesWaitingDocument } from '../../gql/trades'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { me } from '../../net/session'
import { Empty } from '../../parts/Empty'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { Problem } from '../../parts/Problem'
import { Shots } from '../../parts/Shots'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { seba } from '../../words/bn/seba'
import { trades as words } from '../../words/bn/trades'
import { type Key, t, titleOf } from '../../words/i18n'
import { digits } from '../../words/numbers'
import { longDate } from '../../words/time'
import { nameOf, optionText, priceText, spotText } from '../seba/words'
import { Deed } from './Deed'

learn(seba)
learn(words)

const TradeForm = onDemand(() => import('./TradeForm').then(each => each.TradeForm), 4)

type Waiting = ServicesWaitingQuery['servicesWaiting']['edges'][number]['node']

export function Offers() {
  const isAdministrator = me.value?.roles.some(held => held.role === 'ADMINISTRATOR')
  const { data, fault, reload } = useQuery(ServicesWaitingDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const waiting = data.value.servicesWaiting.edges.map(({ node }) => node)
  return (
    <>
      {waiting.length === 0 && <Empty text={t('officer.none')} />}
      <ul class="lines">
        {waiting.map(service => (
          <One key={service.id} service={service} after={reload} />
        ))}
      </ul>
      {isAdministrator && <Opened title={t('trades.title')} show={() => <TradeForm />} />}
    </>
  )
}

function One({ service, after }: { service: Waiting; after: () => Promise<void> }) {
  const { id: serviceId, provider, licenceNo, licenceUntil } = service
  const decide = (approved: boolean) => async (reason: string) =>
    (await mutate(DecideOfferDocument, { serviceId, approved, reason })).decideService
  return (
    <li class="card stack">
      <h2>{titleOf(service)}</h2>
      <p>
        {nameOf(service.category)} · {t(`seba.${service.venue}` as Key)}
      </p>
      <p>
        <a href={`/seba/${provider.id.replace('Provider:', '')}`}>{provider.name}</a>,{' '}
        {spotText(provider.place)}
      </p>
      {service.description && <p>{service.description}</p>}
      {licenceNo && (
        <p>
          {t('trades.licence', { n: digits(licenceNo) })}
          {licenceUntil && ` · ${t('trades.until', { day: longDate(licenceUntil) })}`}
        </p>
      )}
      {service.options.map(option => (
        <p key={option.id} class="soft">
          {optionText(option)} · {priceText(option)}
        </p>
      ))}
      <Shots media={service.media} title={titleOf(service)} />
      <div class="row">
        <Deed label={t('trades.approve')} deed={decide(true)} after={after} />
        <Deed label={t('trades.sendBack')} plain deed={decide(false)} after={after} />
      </div>
    </li>
  )
}
