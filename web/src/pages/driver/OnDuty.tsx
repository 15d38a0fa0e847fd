/** A verified driver at work: to work and home, and the offer that rings. */
import type { DriverPageQuery } from '../../gql'
import {
  GoHomeDocument,
  GoToWorkDocument,
  LeaveOfferDocument,
  TakeOfferDocument,
} from '../../gql/driver'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Countdown } from '../../parts/Countdown'
import { onDemand } from '../../parts/onDemand'
import { type Key, t } from '../../words/i18n'
import { money, number } from '../../words/numbers'
import { usePositions } from '../trip/usePositions'

const DriverTrip = onDemand(() => import('../trip/DriverTrip').then(each => each.DriverTrip), 4)

type Own = NonNullable<DriverPageQuery['myDriver']>
type Offer = NonNullable<Own['openOffer']>
export type Props = { own: Own; reload: () => Promise<void> }

export function OnDuty({ own, reload }: Props) {
  return (
    <>
      <Duty own={own} reload={reload} />
      {own.openOffer && <Ring key={own.openOffer.id} offer={own.openOffer} reload={reload} />}
      {own.presentTrip && <DriverTrip trip={own.presentTrip} reload={reload} />}
      {own.vehicleId && !own.openOffer && !own.presentTrip && (
        <p class="soft">{t('trip.waiting')}</p>
      )}
    </>
  )
}

function Duty({ own, reload }: Props) {
  const { wrong, busy, act } = useActing()
  const working = own.vehicleId !== null
  const lost = usePositions(working ? own.onlineSince : null)

  async function go(vehicleId: string | null) {
    await act(`duty ${vehicleId}`, async () => {
      if (vehicleId) return (await mutate(GoToWorkDocument, { vehicleId })).goOnline
      return (await mutate(GoHomeDocument, {})).goOffline
    })
    await reload()
  }

  return (
    <section class="card stack">
      {working && (
        <p class={lost ? 'notice bad' : 'notice good'} role="status">
          {t(lost ? 'trip.noFix' : 'trip.sending')}
        </p>
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {working ? (
        <button
          type="button"
          class="plain"
          disabled={busy.value || own.presentTrip !== null}
          onClick={() => void go(null)}
        >
          {t('trip.goOffline')}
        </button>
      ) : (
        own.vehicles
          .filter(vehicle => vehicle.state === 'VERIFIED')
          .map(vehicle => (
            <button
              key={vehicle.id}
              type="button"
              disabled={busy.value}
              onClick={() => void go(vehicle.id)}
            >
              {t('trip.goOnline', { vehicle: t(`trip.vehicle_${vehicle.kind}` as Key) })}
            </button>
          ))
      )}
    </section>
  )
}

function Ring({ offer, reload }: { offer: Offer; reload: () => Promise<void> }) {
  const { wrong, busy, act } = useActing()
  const { id: offerId, distanceM, etaS } = offer

  async function answer(takes: boolean) {
    await act(`${takes} ${offerId}`, async () => {
      if (takes) return (await mutate(TakeOfferDocument, { offerId })).acceptTripOffer
      return (await mutate(LeaveOfferDocument, { offerId })).declineTripOffer
    })
    await reload()
  }

  return (
    <section class="card stack ring" role="alert" aria-label={t('trip.offer')}>
      <h2>{t('trip.offer')}</h2>
      <p>
        {offer.urgent && <strong>{t('trip.urgent')} · </strong>}
        {distanceM !== null &&
          etaS !== null &&
          t('trip.offerFar', { km: number(distanceM / 1000, 1), n: Math.ceil(etaS / 60) })}
        {' · '}
        <span class="money">{money(offer.fare)}</span>
      </p>
      <p class="code">
        <Countdown until={offer.expiresAt} label={t('trip.left')} />
      </p>
      {wrong.value && <p>{wrong.value}</p>}
      <div class="row">
        <button type="button" class="large" disabled={busy.value} onClick={() => void answer(true)}>
          {t('trip.take')}
        </button>
        <button
          type="button"
          class="large plain"
          disabled={busy.value}
          onClick={() => void answer(false)}
        >
          {t('trip.leave')}
        </button>
      </div>
    </section>
  )
}
