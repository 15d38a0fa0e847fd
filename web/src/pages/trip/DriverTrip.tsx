/** The trip that a driver has: where to, whom for, and the next step by one large button. */
import { useSignal } from '@preact/signals'
import type { TripMove, WayFragment } from '../../gql'
import {
  ArriveNowDocument,
  BeginWayDocument,
  EndWayDocument,
  GiveBackDocument,
  SetOutNowDocument,
} from '../../gql/driver'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field } from '../../parts/Field'
import { onDemand } from '../../parts/onDemand'
import { type Key, t } from '../../words/i18n'
import { digits, inLatin, money } from '../../words/numbers'
import { Ground } from './Ground'

const Goods = onDemand(() => import('./Goods').then(each => each.Goods))

const STEPS: TripMove[] = ['SET_OUT', 'ARRIVE', 'START', 'COMPLETE']

type Props = { trip: WayFragment; reload: () => Promise<void> }

export function DriverTrip({ trip, reload }: Props) {
  const code = useSignal('')
  const { wrong, busy, act } = useActing()
  const { id: tripId, rider } = trip
  const needsCode = trip.kind !== 'AMBULANCE' && trip.allowedMoves.includes('START')

  async function step(move: TripMove) {
    await act(`${move} ${tripId}`, async () => {
      if (move === 'SET_OUT') return (await mutate(SetOutNowDocument, { tripId })).setOut
      if (move === 'ARRIVE') return (await mutate(ArriveNowDocument, { tripId })).arrive
      if (move === 'COMPLETE') {
        return (await mutate(EndWayDocument, { tripId, reason: null })).completeTrip
      }
      if (move === 'DROP') {
        return (await mutate(GiveBackDocument, { tripId, reason: 'TECHNICAL' })).dropTrip
      }
      const said = inLatin(code.peek()).trim()
      return (await mutate(BeginWayDocument, { tripId, code: said })).startTrip
    })
    await reload()
  }

  return (
    <section class="card stack" aria-label={t('trip.title')}>
      <h2>{t(`trip.state_${trip.state}` as Key)}</h2>
      {rider && (
        <p>
          {t('trip.rider')}: {rider.name}{' '}
          <a class="button plain" href={`tel:${rider.phone}`}>
            {t('trip.ring', { n: digits(rider.phone) })}
          </a>
        </p>
      )}
      <p>
        {trip.pickupNote && `${trip.pickupNote} · `}
        <span class="money">{money(trip.fare)}</span>
      </p>
      {trip.cargoNote && <p>{t('trip.cargo', { what: trip.cargoNote })}</p>}
      {trip.dropNote && <p>{t('trip.dropAt', { where: trip.dropNote })}</p>}
      <Ground label={t('trip.position')} here={trip.pickup} drop={trip.drop} />
      {needsCode && (
        <Field
          label={t('trip.codeAsk')}
          inputMode="numeric"
          maxLength={4}
          value={code.value}
          onValue={value => {
            code.value = value
          }}
        />
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {trip.parcelId && trip.state === 'IN_TRIP' && (
        <Goods tripId={tripId} busy={busy.value} act={act} reload={reload} />
      )}
      {STEPS.filter(move => trip.allowedMoves.includes(move)).map(move => (
        <button
          key={move}
          type="button"
          class="large"
          disabled={busy.value}
          onClick={() => void step(move)}
        >
          {t(`trip.${move}` as Key)}
        </button>
      ))}
      {trip.allowedMoves.includes('DROP') && (
        <button type="button" class="plain" disabled={busy.value} onClick={() => void step('DROP')}>
          {t('trip.DROP')}
        </button>
      )}
    </section>
  )
}
