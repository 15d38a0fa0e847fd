/** An ambulance: 999 first, then who is near, what it costs, and the call. */
import './facts.css'
import './trip.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { AskFareMutation, NearbyQuery } from '../gql'
import {
  AmbulancePageDocument,
  AskFareDocument,
  CallTripDocument,
  NearbyDocument,
} from '../gql/trip'
import { useActing } from '../net/acting'
import { mutate, query } from '../net/client'
import { useQuery } from '../net/load'
import { me } from '../net/session'
import { Dialog } from '../parts/Dialog'
import { Select, TextArea } from '../parts/Field'
import { Problem } from '../parts/Problem'
import { navigate } from '../router'
import { metersBetween, type Point } from '../trip/ground'
import { learn } from '../words/bn'
import { trip as words } from '../words/bn/trip'
import { type Key, pick, t } from '../words/i18n'
import { digits, money, number } from '../words/numbers'
import { Ground } from './trip/Ground'
import { MyTrips } from './trip/MyTrips'

learn(words)

const EMERGENCY = '999'
// The free ones are told only as squares and counts, and those change slowly.
const LOOK_AGAIN_MS = 15_000

type Fare = Extract<AskFareMutation['quoteTrip'], { __typename: 'TripQuote' }>
type Cells = NearbyQuery['vehiclesNear']

export default function Ambulance() {
  const first = useQuery(AmbulancePageDocument, {}, { boot: 'AmbulancePage' })
  const upazilas = first.data.value?.place?.children.filter(each => each.point !== null) ?? []
  const here = useSignal<Point | null>(null)
  const from = useSignal('')
  const to = useSignal('')
  const note = useSignal('')
  const noPlace = useSignal(false)
  const drop = upazilas.find(each => each.id === to.value)?.point ?? null
  const cells = useNearby(here.value)
  useEffect(() => {
    document.title = `${t('trip.ambulance')} — ${t('shell.brand')}`
  }, [])

  function locate() {
    noPlace.value = false
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        from.value = ''
        here.value = { lat: coords.latitude, lng: coords.longitude }
      },
      () => {
        noPlace.value = true
      },
      { enableHighAccuracy: true, timeout: 10_000 },
    )
  }

  const options = upazilas.map(each => ({
    value: each.id,
    label: pick({ bn: each.nameBn, en: each.nameEn }),
  }))
  return (
    <div class="stack">
      <h1>{t('trip.ambulance')}</h1>
      <a class="button emergency" href={`tel:${EMERGENCY}`}>
        {t('trip.ring', { n: digits(EMERGENCY) })}
      </a>
      <p class="soft">{t('trip.ringFirst')}</p>
      {me.value && <MyTrips />}
      {first.fault.value && <Problem fault={first.fault.value} retry={() => void first.reload()} />}
      <section class="card stack" aria-label={t('trip.where')}>
        <h2>{t('trip.where')}</h2>
        <button type="button" class="plain" onClick={locate}>
          {t('trip.locate')}
        </button>
        {noPlace.value && (
          <p class="notice" role="alert">
            {t('trip.noPlace')}
          </p>
        )}
        <Select
          label={t('trip.upazila')}
          value={from.value}
          onValue={value => {
            from.value = value
            here.value = upazilas.find(each => each.id === value)?.point ?? null
          }}
          options={[
            { value: '', label: here.value && !from.value ? t('trip.here') : '' },
            ...options,
          ]}
        />
        <TextArea
          label={t('trip.note')}
          value={note.value}
          rows={2}
          maxLength={300}
          onValue={value => {
            note.value = value
          }}
        />
        <Select
          label={t('trip.to')}
          value={to.value}
          onValue={value => {
            to.value = value
          }}
          options={[{ value: '', label: t('trip.tellLater') }, ...options]}
        />
      </section>
      {here.value && <Near here={here.value} cells={cells} />}
      <Call here={here.value} drop={drop} note={note.value} />
    </div>
  )
}

/** Return the squares with free ambulances around a point; null until they are known. */
function useNearby(here: Point | null): Cells | null {
  const cells = useSignal<Cells | null>(null)
  useEffect(() => {
    cells.value = null
    if (!here) return
    const look = () =>
      query(NearbyDocument, { around: here }).then(
        found => {
          cells.value = found.vehiclesNear
        },
        () => undefined,
      )
    void look()
    const timer = setInterval(() => {
      if (!document.hidden) void look()
    }, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [here?.lat, here?.lng])
  return cells.value
}

function Near({ here, cells }: { here: Point; cells: Cells | null }) {
  const count = cells?.reduce((sum, cell) => sum + cell.vehicles, 0) ?? 0
  const byWay = [...(cells ?? [])]
    .map(cell => ({ ...cell, meters: metersBetween(here, cell.center) }))
    .sort((one, other) => one.meters - other.meters)
  return (
    <section class="card stack" aria-label={t('trip.near')}>
      <h2>{t('trip.near')}</h2>
      <p role="status">{cells && t(count > 0 ? 'trip.free' : 'trip.noneFree', { n: count })}</p>
      {cells && count > 0 && <Ground label={t('trip.squares')} here={here} squares={cells} />}
      <ul>
        {byWay.slice(0, 5).map(cell => (
          <li key={`${cell.center.lat} ${cell.center.lng}`}>
            {t('trip.about', { n: cell.vehicles, km: number(cell.meters / 1000, 1) })}
          </li>
        ))}
      </ul>
    </section>
  )
}

type CallProps = { here: Point | null; drop: Point | null; note: string }

function Call({ here, drop, note }: CallProps) {
  const fare = useSignal<Fare | null>(null)
  const { wrong, busy, act } = useActing()

  async function ask() {
    if (!here) return
    await act(`fare ${JSON.stringify([here, drop])}`, async idempotencyKey => {
      const input = {
        kind: 'AMBULANCE' as const,
        pickup: here,
        drop,
        vehicleKinds: [],
        idempotencyKey,
      }
      const { quoteTrip } = await mutate(AskFareDocument, { input: { ...input, skill: '' } })
      if (quoteTrip.__typename === 'TripQuote') fare.value = quoteTrip
      return quoteTrip
    })
  }

  async function call(tripQuoteId: string) {
    fare.value = null
    let made = ''
    await act(`call ${tripQuoteId}`, async idempotencyKey => {
      const input = { tripQuoteId, pickupNote: note, idempotencyKey }
      const { requestTrip } = await mutate(CallTripDocument, {
        input: { ...input, contactName: '', contactPhone: '', dropNote: '', cargoNote: '' },
      })
      if (requestTrip.__typename === 'Trip') made = requestTrip.id
      return requestTrip
    })
    if (made) navigate(`/trip/${made.replace('Trip:', '')}`)
  }

  return (
    <>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {!here && <p class="soft">{t('trip.placeFirst')}</p>}
      <button
        type="button"
        class="emergency"
        disabled={busy.value || !here}
        onClick={() => void ask()}
      >
        {t('trip.call')}
      </button>
      {fare.value && (
        <Dialog
          title={t('trip.callSure')}
          close={() => {
            fare.value = null
          }}
        >
          <FareLines fare={fare.value} />
          <div class="row">
            <button
              type="button"
              class="emergency"
              onClick={() => fare.value && void call(fare.value.id)}
            >
              {t('trip.callYes')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}

function FareLines({ fare }: { fare: Fare }) {
  return (
    <dl class="week">
      {fare.lines.map(line => (
        <div key={line.name}>
          <dt>{t(`trip.line_${line.name}` as Key)}</dt>
          <dd class="money">{money(line.amount)}</dd>
        </div>
      ))}
      <dt>{t('trip.fare')}</dt>
      <dd class="money">
        <strong>{money(fare.fare)}</strong>
      </dd>
    </dl>
  )
}
