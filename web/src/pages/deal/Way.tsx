/** How the animal comes home: what its history says, and the vehicle that brings it, live. */
import { useEffect } from 'preact/hooks'
import { isWritten, wayOf } from '../../deal/way'
import { DealTripsDocument } from '../../gql/deal'
import { useAccount } from '../../net/account'
import { useQuery } from '../../net/load'
import { t } from '../../words/i18n'
import { clockTime, longDate } from '../../words/time'
import type { Part } from '../Deal'

// While these last an animal may be carried (the API decides).
const CARRIED = new Set(['AWAITING_PAYMENT', 'PAID', 'HANDED_OVER'])
const CAME_TO_NOTHING = new Set(['CANCELLED', 'NO_DRIVER'])

const LOOK_AGAIN_MS = 2_000

export function Way({ deal, reload }: Part) {
  const { buying, selling } = deal
  const trips = useQuery(DealTripsDocument, {}, { perViewer: true })
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void trips.reload()
  })
  const trip = trips.data.value?.myTrips.edges
    .map(({ node }) => node)
    .find(each => each.dealId === deal.id && !CAME_TO_NOTHING.has(each.state))
  const behind = trip !== undefined && !isWritten(deal.animal.history, trip.state)
  useEffect(() => {
    if (!behind) return
    const timer = setInterval(() => void reload(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [behind])
  const steps = wayOf(deal.animal.history, deal.madeAt)
  const mayCall = (buying || selling) && CARRIED.has(deal.state) && !trip
  if (steps.length === 0 && !trip && !mayCall) return null
  return (
    <section class="card stack way" aria-label={t('deal.way')}>
      <h2>{t('deal.way')}</h2>
      {steps.length === 0 && <p class="soft">{t('deal.noWay')}</p>}
      <ol>
        {steps.map(step => (
          <li key={step.at + step.text}>
            <strong>{step.text}</strong>{' '}
            <span class="soft">
              {longDate(step.at)}, {clockTime(step.at)}
            </span>
          </li>
        ))}
      </ol>
      {trip && (
        <a class="button" href={`/trip/${trip.id.replace('Trip:', '')}`}>
          {t('deal.follow')}
        </a>
      )}
      {mayCall && (
        <a class="button plain" href={`/ride?deal=${deal.id.replace('Deal:', '')}`}>
          {t(buying ? 'deal.carry' : 'deal.carrySell')}
        </a>
      )}
    </section>
  )
}
