/** The desk that ambulances are called from: what waits for a word, live, and who is sent. */
import '../facts.css'
import '../trip.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { CallFragment } from '../../gql'
import {
  CallDeskDocument,
  DriversAtHandDocument,
  FollowCallDeskDocument,
  GiveTripDocument,
  SendSomebodyDocument,
} from '../../gql/calls'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { second } from '../../net/clock'
import { useQuery } from '../../net/load'
import { decides } from '../../net/officers'
import { me } from '../../net/session'
import { Empty } from '../../parts/Empty'
import { Field, Select } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { useNews } from '../../seba/useNews'
import { learn } from '../../words/bn'
import { calls as words } from '../../words/bn/calls'
import { trip as tripWords } from '../../words/bn/trip'
import { type Key, pick, t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'
import { ago, clockTime, longDate } from '../../words/time'
import { CallOff } from '../trip/CallOff'
import { DriverTrip } from '../trip/DriverTrip'

learn(tripWords)
learn(words)

// To others the stream says no.
const SITS = new Set<string>(['DISPATCHER', 'ADMINISTRATOR'])

type Props = { call: CallFragment; reload: () => Promise<void> }

export function Calls() {
  const { data, fault, reload } = useQuery(CallDeskDocument, {}, { perViewer: true })
  const sitsHere = me.value?.roles.some(({ role }) => SITS.has(role))
  const district = sitsHere ? data.value?.place?.id : null
  useNews(FollowCallDeskDocument, { placeId: district ?? '' }, district, () => void reload())
  const waiting = data.value?.waiting.edges ?? []
  const calls = [...waiting, ...(data.value?.underWay.edges ?? [])].map(({ node }) => node)
  const alarms = waiting.length
  useEffect(() => {
    const count = alarms > 0 ? `(${alarms}) ` : ''
    document.title = `${count}${t('officer.calls')} — ${t('shell.brand')}`
  }, [alarms])
  if (!data.value) {
    return fault.value ? (
      <Problem fault={fault.value} retry={() => void reload()} />
    ) : (
      <Skeleton rows={3} />
    )
  }
  if (calls.length === 0) return <Empty text={t('calls.none')} />
  return (
    <div class="stack" aria-live="polite">
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      <p class="soft">{t('calls.lead')}</p>
      {calls.map(call => (
        <One key={call.id} call={call} reload={reload} />
      ))}
    </div>
  )
}

/** Say whether a trip goes no farther without a word of the desk. */
function waits({ state }: CallFragment): boolean {
  return state === 'ESCALATED' || state === 'AT_DESK'
}

function One({ call, reload }: Props) {
  const { wrong, busy, act } = useActing()
  const { id: tripId, allowedMoves } = call
  return (
    <article class="card stack">
      <p>
        <strong>
          {t(call.kind === 'AMBULANCE' ? 'calls.kind_AMBULANCE' : 'calls.kind_other')}
        </strong>{' '}
        · {pick({ bn: call.place.nameBn, en: call.place.nameEn })} ·{' '}
        {t('calls.since', { ago: ago(second.value * 1000 - Date.parse(call.requestedAt)) })}
        {call.scheduledFor &&
          ` · ${t('calls.for', {
            day: longDate(call.scheduledFor),
            time: clockTime(call.scheduledFor),
          })}`}
      </p>
      <p class="soft">
        {call.vehicleKinds.map(kind => t(`trip.vehicle_${kind}` as Key)).join(', ')}
      </p>
      {call.alarms > 0 && waits(call) && (
        <p class="notice bad" role="alert">
          {t('calls.alarm', { n: call.alarms })}
        </p>
      )}
      <DriverTrip trip={call} reload={reload} />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {allowedMoves.includes('CONFIRM') && (
        <button
          type="button"
          disabled={busy.value}
          onClick={() =>
            void act(`confirm ${tripId}`, async () => {
              return (await mutate(SendSomebodyDocument, { tripId })).confirmTrip
            }).then(reload)
          }
        >
          {t('calls.confirm')}
        </button>
      )}
      {allowedMoves.includes('ASSIGN') && (
        <Opened
          title={t('calls.assign')}
          show={() => <AssignForm tripId={tripId} reload={reload} />}
        />
      )}
      {allowedMoves.includes('CANCEL') && (
        <div class="row">
          <CallOff tripId={tripId} reload={reload} />
        </div>
      )}
    </article>
  )
}

function AssignForm({ tripId, reload }: { tripId: string; reload: () => Promise<void> }) {
  const driverId = useSignal('')
  const name = useSignal('')
  const phone = useSignal('')
  const vehicle = useSignal('')
  const { wrong, busy, act } = useActing()

  async function give() {
    const said = driverId.value
      ? { tripId, driverId: driverId.value }
      : { tripId, name: name.value, phone: inLatin(phone.value), vehicle: vehicle.value }
    const went = await act(JSON.stringify(said), async () => {
      return (await mutate(GiveTripDocument, { input: said })).assignTrip
    })
    if (went) await reload()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void give()
      }}
    >
      {/* Who decides about drivers knows them; a dispatcher is told of no list. */}
      {decides(me.value) && (
        <AtHand
          value={driverId.value}
          onValue={value => {
            driverId.value = value
          }}
        />
      )}
      {!driverId.value && (
        <>
          <Field
            label={t('calls.name')}
            maxLength={80}
            autoComplete="off"
            value={name.value}
            onValue={value => {
              name.value = value
            }}
          />
          <Field
            label={t('calls.phone')}
            type="tel"
            autoComplete="off"
            value={phone.value}
            onValue={value => {
              phone.value = value
            }}
          />
          <Field
            label={t('calls.vehicle')}
            maxLength={80}
            autoComplete="off"
            value={vehicle.value}
            onValue={value => {
              vehicle.value = value
            }}
          />
        </>
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('calls.assignGo')}
      </button>
    </form>
  )
}

type AtHandProps = { value: string; onValue: (driverId: string) => void }

/** Chooses among the house's own drivers; nothing where there are none. */
function AtHand({ value, onValue }: AtHandProps) {
  const { data } = useQuery(DriversAtHandDocument, {}, { perViewer: true })
  const drivers = (data.value?.drivers.edges ?? [])
    .map(({ node }) => node)
    .filter(each => each.state === 'VERIFIED')
  if (drivers.length === 0) return null
  return (
    <Select
      label={t('calls.who')}
      value={value}
      onValue={onValue}
      options={[
        { value: '', label: t('calls.outside') },
        ...drivers.map(each => ({
          value: each.id,
          label: [
            each.name,
            ...each.vehicles
              .filter(({ state }) => state === 'VERIFIED')
              .map(({ kind }) => t(`trip.vehicle_${kind}` as Key)),
          ].join(', '),
        })),
      ]}
    />
  )
}
