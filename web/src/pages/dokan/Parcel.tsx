/** A packed parcel: sent or called a vehicle for, handed over by the code, or come back. */
import { useSignal } from '@preact/signals'
import type { OrderViewFragment, ParcelTripsQuery } from '../../gql'
import {
  BringItBackDocument,
  HandParcelOverDocument,
  ParcelCameBackDocument,
  SendOffDocument,
} from '../../gql/counter'
import { mutate } from '../../net/client'
import { Field } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { learn } from '../../words/bn'
import { parcel as words } from '../../words/bn/parcel'
import { type Key, t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'
import type { Go } from './Arriving'

learn(words)

const ParcelWay = onDemand(() => import('../shop/ParcelWay').then(each => each.ParcelWay))
const FailForm = onDemand(() => import('./FailForm').then(each => each.FailForm))

export type Carrying = ParcelTripsQuery['myTrips']['edges'][number]['node']
type Props = {
  parcel: OrderViewFragment['parcels'][number]
  order: OrderViewFragment
  /** The trip that was called for it and is not over. */
  trip: Carrying | undefined
  busy: boolean
  go: Go
}

export function Parcel({ parcel, order, trip, busy, go }: Props) {
  const { id: parcelId, allowedTransitions: moves } = parcel
  return (
    <div class="stack parcel">
      <p class="soft">
        {t(`parcel.${parcel.state}` as Key)}
        {parcel.failReason && `: ${t(`order.fail_${parcel.failReason}` as Key)}`}
      </p>
      {trip && (
        <p class="notice good">
          <a href={`/trip/${trip.id.replace('Trip:', '')}`}>{t('parcel.follow')}</a>
        </p>
      )}
      {parcel.trip && <ParcelWay parcelId={parcelId} trip={parcel.trip} />}
      <div class="row">
        {moves.includes('SEND') && !trip && (
          <Sending parcel={parcel} order={order} {...{ busy, go }} />
        )}
        {moves.includes('DELIVER') && <CodeForm parcelId={parcelId} busy={busy} go={go} />}
        {moves.includes('BRING_BACK') && (
          <button
            type="button"
            class="plain"
            disabled={busy}
            onClick={() =>
              void go(`bring ${parcelId}`, async () => {
                return (await mutate(BringItBackDocument, { parcelId })).bringParcelBack
              })
            }
          >
            {t('parcel.bringBack')}
          </button>
        )}
        {moves.includes('TAKE_BACK') && (
          <button
            type="button"
            class="plain"
            disabled={busy}
            onClick={() =>
              void go(`back ${parcelId}`, async () => {
                return (await mutate(ParcelCameBackDocument, { parcelId })).takeParcelBack
              })
            }
          >
            {t('parcel.cameBack')}
          </button>
        )}
      </div>
      {moves.includes('FAIL') && (
        <Opened
          title={t('parcel.fail')}
          show={() => <FailForm parcelId={parcelId} busy={busy} go={go} />}
        />
      )}
    </div>
  )
}

function Sending({ parcel, order, busy, go }: Omit<Props, 'trip'>) {
  const { id: parcelId } = parcel
  const fetched = order.way === 'PICKUP'
  const carrier = fetched ? 'PICKUP' : 'OWN_COURIER'
  const number = (id: string) => id.split(':')[1]
  return (
    <>
      <button
        type="button"
        disabled={busy}
        onClick={() =>
          void go(`send ${parcelId}`, async () => {
            return (await mutate(SendOffDocument, { parcelId, carrier })).sendParcel
          })
        }
      >
        {t(fetched ? 'parcel.ready' : 'parcel.send')}
      </button>
      {!fetched && (
        <a class="button plain" href={`/ride?order=${number(order.id)}&parcel=${number(parcelId)}`}>
          {t('parcel.byTrip')}
        </a>
      )}
    </>
  )
}

function CodeForm({ parcelId, busy, go }: { parcelId: string; busy: boolean; go: Go }) {
  const code = useSignal('')
  return (
    <form
      class="typed"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void go(`deliver ${parcelId}`, async () => {
          const variables = { parcelId, code: inLatin(code.value).trim() }
          return (await mutate(HandParcelOverDocument, variables)).deliverParcel
        })
      }}
    >
      <Field
        label={t('parcel.code')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={code.value}
        onValue={value => {
          code.value = value
        }}
      />
      <button type="submit" disabled={busy}>
        {t('parcel.deliver')}
      </button>
    </form>
  )
}
