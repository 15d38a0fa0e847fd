/** A vehicle or a driver for any other way: auto, rickshaw, car, boat, goods and animals. */
import './facts.css'
import './trip.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TripKind } from '../gql'
import { me } from '../net/session'
import { Choice } from '../parts/Choice'
import { Field } from '../parts/Field'
import { onDemand } from '../parts/onDemand'
import type { PageProps } from '../router'
import { learn } from '../words/bn'
import { ride as words } from '../words/bn/ride'
import { trip } from '../words/bn/trip'
import { t } from '../words/i18n'
import { Calling, type Sayings } from './trip/Calling'
import { MyTrips } from './trip/MyTrips'

learn(trip)
learn(words)

const KINDS = ['AUTO', 'RICKSHAW', 'CAR', 'BOAT', 'GOODS', 'DRIVER'] as const
const SAYS: Sayings = {
  free: 'ride.free',
  none: 'ride.noneFree',
  call: 'ride.call',
  sure: 'ride.sure',
  yes: 'ride.yes',
}
const NUMBER = /^\d{1,18}$/
const SendParcel = onDemand(() => import('./trip/SendParcel').then(each => each.SendParcel))

export default function Ride({ search }: PageProps) {
  const named = (kind: string, key: string) => {
    const id = search.get(key) ?? ''
    return NUMBER.test(id) ? `${kind}:${id}` : null
  }
  const dealId = named('Deal', 'deal')
  const orderId = named('Order', 'order')
  const parcelId = named('Parcel', 'parcel')
  const asked = KINDS.find(kind => kind === search.get('kind')) ?? 'AUTO'
  const kind = useSignal<TripKind>(dealId ? 'GOODS' : asked)
  const cargo = useSignal('')
  useEffect(() => {
    document.title = `${t('ride.title')} — ${t('shell.brand')}`
  }, [])
  if (orderId && parcelId) {
    return (
      <div class="stack">
        <h1>{t('ride.parcel')}</h1>
        <p class="notice">{t('ride.forParcel')}</p>
        {me.value && <SendParcel orderId={orderId} parcelId={parcelId} says={SAYS} />}
      </div>
    )
  }
  return (
    <div class="stack">
      <h1>{t(dealId ? 'ride.animal' : 'ride.title')}</h1>
      {me.value && <MyTrips />}
      {dealId ? (
        <p class="notice">{t('ride.forDeal')}</p>
      ) : (
        <Choice
          label={t('ride.kind')}
          value={kind.value}
          onValue={value => {
            kind.value = value as TripKind
          }}
          options={KINDS.map(value => ({
            value,
            label: t(`ride.${value}`),
            note: t(`ride.note_${value}`),
          }))}
        />
      )}
      {kind.value === 'GOODS' && (
        <Field
          label={t('ride.cargo')}
          maxLength={300}
          value={cargo.value}
          onValue={value => {
            cargo.value = value
          }}
        />
      )}
      <Calling kind={kind.value} says={SAYS} cargo={{ note: cargo.value, dealId }} />
      <p>
        <a href="/ambulance">{t('trip.ambulance')}</a>
      </p>
    </div>
  )
}
