/** A trip as its rider sees it: how far it has come, who comes, where he is, and how fresh that is. */
import './facts.css'
import './trip.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type {
  FollowPositionSubscription,
  FollowPositionSubscriptionVariables,
  SeenFragment,
  WayFragment,
} from '../gql'
import { FollowPositionDocument, FollowTripDocument, TripPageDocument } from '../gql/trip'
import { follow } from '../net/live'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { Gone } from '../parts/Gone'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { useNews } from '../seba/useNews'
import { learn } from '../words/bn'
import { trip as words } from '../words/bn/trip'
import { type Key, t } from '../words/i18n'
import { digits, money } from '../words/numbers'
import { clockTime } from '../words/time'
import { CallOff } from './trip/CallOff'
import { Fresh } from './trip/Fresh'
import { Ground } from './trip/Ground'
import { Ladder, type Ring, SOUGHT } from './trip/Ladder'
import { Share } from './trip/Share'

learn(words)

const EMERGENCY = '999'
const ON_THE_WAY = new Set(['ASSIGNED', 'EN_ROUTE', 'ARRIVED', 'IN_TRIP'])

export default function Trip({ params, search }: PageProps) {
  const id = `Trip:${params.n}`
  const page = useQuery(TripPageDocument, { id }, { perViewer: true })
  const trip = page.data.value?.trip
  const ring = useSignal<Ring | null>(null)
  useNews(FollowTripDocument, { tripId: id }, trip?.id, item => {
    if (item.__typename === 'TripDriversAsked') ring.value = item as Ring
    void page.reload()
  })
  const seen = usePosition(trip && ON_THE_WAY.has(trip.state) ? trip.id : null, trip?.attempt ?? 0)
  useEffect(() => {
    document.title = `${t('trip.title')} — ${t('shell.brand')}`
  }, [])
  if (me.value === null) {
    return (
      <div class="stack">
        <h1>{t('trip.title')}</h1>
        <Empty text={t('trip.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      </div>
    )
  }
  if (page.data.value && !trip && !page.loading.value)
    return <Gone params={params} search={search} />
  return (
    <div class="stack">
      <h1>{t('trip.title')}</h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {trip ? (
        <Shown trip={trip} ring={ring.value} seen={seen} reload={page.reload} />
      ) : (
        <Skeleton rows={5} tall />
      )}
    </div>
  )
}

/** Return where the driver is, the newest only; null while nobody is followed. */
function usePosition(tripId: string | null, attempt: number): SeenFragment | null {
  const seen = useSignal<SeenFragment | null>(null)
  useEffect(() => {
    seen.value = null
    if (!tripId) return
    type Item = FollowPositionSubscription['tripPosition']
    return follow<FollowPositionSubscription, FollowPositionSubscriptionVariables, Item>({
      document: FollowPositionDocument,
      variables: { tripId },
      place: null,
      apply: item => {
        seen.value = item
      },
    })
  }, [tripId, attempt])
  return seen.value
}

type ShownProps = {
  trip: WayFragment
  ring: Ring | null
  seen: SeenFragment | null
  reload: () => Promise<void>
}

function Shown({ trip, ring, seen, reload }: ShownProps) {
  const { driver, startCode } = trip
  const others = trip.phones.filter(phone => phone !== EMERGENCY)
  return (
    <>
      <section class="card stack" aria-live="polite">
        {trip.kind === 'AMBULANCE' && SOUGHT.has(trip.state) && (
          <a class="button emergency" href={`tel:${EMERGENCY}`}>
            {t('trip.ring', { n: digits(EMERGENCY) })}
          </a>
        )}
        <p>
          <strong>{t(`trip.state_${trip.state}` as Key)}</strong>
        </p>
        {SOUGHT.has(trip.state) && <Ladder trip={trip} ring={ring} />}
        {others.length > 0 && (
          <ul class="row" aria-label={t('trip.phones')}>
            {others.map(phone => (
              <li key={phone}>
                <a class="button emergency" href={`tel:${phone}`}>
                  {t('trip.ring', { n: digits(phone) })}
                </a>
              </li>
            ))}
          </ul>
        )}
        {driver && (
          <div class="stack">
            <p>
              {driver.name} · {driver.vehicleKind && t(`trip.vehicle_${driver.vehicleKind}` as Key)}{' '}
              {driver.plateNo}
            </p>
            <a class="button plain" href={`tel:${driver.phone}`}>
              {t('trip.ring', { n: digits(driver.phone) })}
            </a>
          </div>
        )}
        {startCode && (
          <p>
            {t('trip.code')} <span class="code">{digits(startCode)}</span>
          </p>
        )}
      </section>
      {ON_THE_WAY.has(trip.state) && (
        <section class="card stack" aria-label={t('trip.position')}>
          <Fresh seen={seen} />
          <Ground
            label={t('trip.position')}
            here={trip.pickup}
            drop={trip.drop}
            marker={seen?.point ?? null}
          />
        </section>
      )}
      <Times trip={trip} />
      <div class="row">
        {ON_THE_WAY.has(trip.state) && <Share tripId={trip.id} />}
        {trip.allowedMoves.includes('CANCEL') && <CallOff tripId={trip.id} reload={reload} />}
      </div>
    </>
  )
}

function Times({ trip }: { trip: WayFragment }) {
  const times: [Key, string | null][] = [
    ['trip.requestedAt', trip.requestedAt],
    ['trip.assignedAt', trip.assignedAt],
    ['trip.arrivedAt', trip.arrivedAt],
    ['trip.startedAt', trip.startedAt],
    ['trip.endedAt', trip.endedAt],
  ]
  return (
    <section class="card" aria-label={t('trip.times')}>
      <h2>{t('trip.times')}</h2>
      <dl class="week">
        {times.map(
          ([key, at]) =>
            at && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>{clockTime(at)}</dd>
              </div>
            ),
        )}
        <dt>{t('trip.fare')}</dt>
        <dd class="money">{money(trip.fare)}</dd>
        {trip.cancelFee > 0 && <dt>{t('trip.cancelFee')}</dt>}
        {trip.cancelFee > 0 && <dd class="money">{money(trip.cancelFee)}</dd>}
      </dl>
    </section>
  )
}
