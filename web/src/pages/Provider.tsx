/** A provider: whether he is free, when he works, what he does at which price, and what others say. */
import './facts.css'
import './seba.css'
import { useEffect } from 'preact/hooks'
import type { ProviderPageQuery } from '../gql'
import { ProviderPageDocument } from '../gql/services'
import { second } from '../net/clock'
import { useQuery } from '../net/load'
import { Gone } from '../parts/Gone'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Shots } from '../parts/Shots'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { momentOf } from '../seba/days'
import { useFree } from '../seba/useFree'
import { learn } from '../words/bn'
import { seba as words } from '../words/bn/seba'
import { type Key, t, titleOf } from '../words/i18n'
import { clockTime, longDate } from '../words/time'
import { Book } from './seba/Book'
import { Reviews } from './seba/Reviews'
import { FreeSign, spotText, starsText } from './seba/words'

learn(words)

const Sittings = onDemand(() => import('./seba/Sittings').then(each => each.Sittings))

export type Provider = NonNullable<ProviderPageQuery['provider']>

export default function ProviderPage({ params, search }: PageProps) {
  const id = `Provider:${params.n}`
  const first = useQuery(ProviderPageDocument, { id }, { boot: 'ProviderPage', perViewer: true })
  const found = first.data.value
  useEffect(() => {
    if (found?.provider) document.title = `${found.provider.name} — ${t('shell.brand')}`
  }, [found])
  if (found && !found.provider) return <Gone params={params} search={search} />
  if (!found?.provider) {
    return first.fault.value ? (
      <Problem fault={first.fault.value} retry={() => void first.reload()} />
    ) : (
      <Skeleton rows={4} tall />
    )
  }
  return <Shown provider={found.provider} />
}

function Shown({ provider }: { provider: Provider }) {
  const told = useFree(provider.services[0]?.category.id, provider.place.id)
  const { closedTo } = provider
  const away = closedTo !== null && Date.parse(closedTo) > second.value * 1000
  return (
    <div class="stack">
      <h1>{provider.name}</h1>
      <p class="facts">
        <FreeSign free={told.value[provider.id] ?? provider.availability} /> ·{' '}
        {starsText(provider.rating)}
      </p>
      {away && <p class="notice">{t('seba.away', { day: longDate(closedTo) })}</p>}
      {provider.about && <p>{provider.about}</p>}
      <Shots media={provider.media} title={provider.name} />
      {provider.mine && (
        <p class="notice">
          {t('seba.ownDesk')} <a href="/provider">{t('seba.toDesk')}</a>
        </p>
      )}
      <section class="stack" aria-label={t('seba.prices')}>
        <h2>{t('seba.prices')}</h2>
        {provider.services.map(service => (
          <article key={service.id} class="card">
            <h3>{titleOf(service)}</h3>
            <p class="soft">{t(`seba.${service.venue}` as Key)}</p>
            {service.description && <p>{service.description}</p>}
            <Shots media={service.media} title={titleOf(service)} />
            <Book provider={provider} service={service} />
            {service.category.ways.includes('SERIAL') && (
              <Sittings
                serviceId={service.id}
                optionId={provider.mine ? service.options[0]?.id : undefined}
              />
            )}
          </article>
        ))}
      </section>
      <Times provider={provider} />
      <Reviews providerId={provider.id} mine={provider.mine} />
    </div>
  )
}

function Times({ provider }: { provider: Provider }) {
  const served = provider.served.map(spotText).join(' · ')
  return (
    <section class="card">
      <h2>{t('seba.hours')}</h2>
      <dl class="week">
        {provider.hours.map(({ weekday, spans }) => (
          <div key={weekday}>
            <dt>{t(`seba.day${weekday}` as Key)}</dt>
            <dd>
              {spans.length === 0
                ? t('seba.closed')
                : spans
                    .map(({ opens, closes }) =>
                      [opens, closes].map(minute => clockTime(momentOf(minute))).join(' – '),
                    )
                    .join(', ')}
            </dd>
          </div>
        ))}
        <dt>{t('seba.home')}</dt>
        <dd>{spotText(provider.place)}</dd>
        {served && <dt>{t('seba.comes')}</dt>}
        {served && <dd>{served}</dd>}
      </dl>
    </section>
  )
}
