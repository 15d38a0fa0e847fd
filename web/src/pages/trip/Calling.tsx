/** Calling a vehicle or a driver: from where to where, who is near, what it costs, and the call. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { AmbulancePageQuery, AskFareMutation, NearbyQuery, TripKind } from '../../gql'
import {
  AmbulancePageDocument,
  AskFareDocument,
  CallTripDocument,
  NearbyDocument,
} from '../../gql/trip'
import { useActing } from '../../net/acting'
import { mutate, query } from '../../net/client'
import { InOrder } from '../../net/inorder'
import { useQuery } from '../../net/load'
import { Dialog } from '../../parts/Dialog'
import { Select, TextArea } from '../../parts/Field'
import { Problem } from '../../parts/Problem'
import { navigate } from '../../router'
import { metersBetween, type Point } from '../../trip/ground'
import { type Key, pick, t } from '../../words/i18n'
import { money, number } from '../../words/numbers'
import { Ground } from './Ground'

// The free ones are told only as squares and counts, and those change slowly.
const LOOK_AGAIN_MS = 15_000

type Fare = Extract<AskFareMutation['quoteTrip'], { __typename: 'TripQuote' }>
type Cells = NearbyQuery['vehiclesNear']

/** What the page says of its kind: who is free, nobody is, call, are you sure, yes. */
export type Sayings = { free: Key; none: Key; call: Key; sure: Key; yes: Key }
type Props = {
  kind: TripKind
  says: Sayings
  urgent?: boolean
  /** What is carried, and for which deal or order. */
  cargo?: Cargo
  /** Where it leads from and to, where that is known: two more of the places to choose from. */
  ends?: { from: Spot; to: Spot }
}
export type Cargo = { note: string; dealId?: string | null; parcelId?: string; dropNote?: string }
export type Spot = { id: string; label: string; point: Point }

export function Calling({ kind, says, urgent = false, cargo, ends }: Props) {
  const first = useQuery(AmbulancePageDocument, {}, { boot: 'AmbulancePage' })
  const spots = [...(ends ? [ends.from, ends.to] : []), ...spotsIn(first.data.value)]
  const here = useSignal<Point | null>(ends?.from.point ?? null)
  const from = useSignal(ends?.from.id ?? '')
  const to = useSignal(ends?.to.id ?? '')
  const note = useSignal('')
  const noPlace = useSignal(false)
  const drop = spots.find(each => each.id === to.value)?.point ?? null
  const cells = useNearby(kind, here.value)

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

  const options = spots.map(each => ({ value: each.id, label: each.label }))
  return (
    <>
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
            here.value = spots.find(each => each.id === value)?.point ?? null
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
      {here.value && <Near here={here.value} cells={cells} says={says} />}
      <Call
        kind={kind}
        says={says}
        urgent={urgent}
        here={here.value}
        drop={drop}
        note={note.value}
        cargo={cargo ?? { note: '' }}
      />
    </>
  )
}

function spotsIn(data: AmbulancePageQuery | null): Spot[] {
  return (data?.place?.children ?? []).flatMap(({ id, point, nameBn, nameEn }) =>
    point ? [{ id, point, label: pick({ bn: nameBn, en: nameEn }) }] : [],
  )
}

/** Return the squares with free vehicles around a point; null until they are known. */
function useNearby(kind: TripKind, here: Point | null): Cells | null {
  const cells = useSignal<Cells | null>(null)
  useEffect(() => {
    cells.value = null
    if (!here) return
    const asking = new InOrder()
    const look = () =>
      asking
        .take(
          () => query(NearbyDocument, { kind, around: here }),
          found => {
            cells.value = found.vehiclesNear
          },
        )
        .catch(() => undefined)
    void look()
    const timer = setInterval(() => {
      if (!document.hidden) void look()
    }, LOOK_AGAIN_MS)
    return () => {
      clearInterval(timer)
      asking.forget()
    }
  }, [kind, here?.lat, here?.lng])
  return cells.value
}

function Near({ here, cells, says }: { here: Point; cells: Cells | null; says: Sayings }) {
  const count = cells?.reduce((sum, cell) => sum + cell.vehicles, 0) ?? 0
  const byWay = [...(cells ?? [])]
    .map(cell => ({ ...cell, meters: metersBetween(here, cell.center) }))
    .sort((one, other) => one.meters - other.meters)
  return (
    <section class="card stack" aria-label={t('trip.near')}>
      <h2>{t('trip.near')}</h2>
      <p role="status">{cells && t(count > 0 ? says.free : says.none, { n: count })}</p>
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

type CallProps = {
  kind: TripKind
  says: Sayings
  urgent: boolean
  here: Point | null
  drop: Point | null
  note: string
  cargo: Cargo
}

function Call({ kind, says, urgent, here, drop, note, cargo }: CallProps) {
  const fare = useSignal<Fare | null>(null)
  const { wrong, busy, act } = useActing()
  const look = urgent ? 'emergency' : undefined

  async function ask() {
    if (!here) return
    await act(`fare ${kind} ${JSON.stringify([here, drop])}`, async idempotencyKey => {
      const input = { kind, pickup: here, drop, vehicleKinds: [], skill: '', idempotencyKey }
      const { quoteTrip } = await mutate(AskFareDocument, { input })
      if (quoteTrip.__typename === 'TripQuote') fare.value = quoteTrip
      return quoteTrip
    })
  }

  async function call(tripQuoteId: string) {
    fare.value = null
    let made = ''
    await act(`call ${tripQuoteId}`, async idempotencyKey => {
      const { requestTrip } = await mutate(CallTripDocument, {
        input: {
          tripQuoteId,
          pickupNote: note,
          dropNote: cargo.dropNote ?? '',
          cargoNote: cargo.note,
          dealId: cargo.dealId ?? null,
          parcelId: cargo.parcelId ?? null,
          contactName: '',
          contactPhone: '',
          idempotencyKey,
        },
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
      <button type="button" class={look} disabled={busy.value || !here} onClick={() => void ask()}>
        {t(says.call)}
      </button>
      {fare.value && (
        <Dialog
          title={t(says.sure)}
          close={() => {
            fare.value = null
          }}
        >
          <FareLines fare={fare.value} />
          <div class="row">
            <button
              type="button"
              class={look}
              onClick={() => fare.value && void call(fare.value.id)}
            >
              {t(says.yes)}
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
