/** Putting something up: what, where, for how much, and what is there. */
import { type Signal, useSignal } from '@preact/signals'
import type { RentalKind, RentalTenants } from '../../gql'
import { PutUpDocument } from '../../gql/letting'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field, Select, TextArea } from '../../parts/Field'
import { PlacePicker } from '../../parts/PlacePicker'
import { navigate } from '../../router'
import { type Key, t } from '../../words/i18n'
import { inLatin, parseTaka } from '../../words/numbers'
import { AMENITIES, KINDS } from './words'

const WHOM = ['ANYBODY', 'FAMILY', 'SINGLES'] as const

type Line = { key: Key; field: Signal<string>; digits?: boolean; hint?: Key }

export function PutUpForm() {
  const kind = useSignal<RentalKind>('HOUSE')
  const placeId = useSignal('')
  const tenants = useSignal<RentalTenants>('ANYBODY')
  const amenities = useSignal<string[]>([])
  const about = useSignal('')
  const [title, rent, advance, service, address, rooms, floor, area, seats] = [
    useSignal(''),
    useSignal(''),
    useSignal(''),
    useSignal(''),
    useSignal(''),
    useSignal(''),
    useSignal(''),
    useSignal(''),
    useSignal(''),
  ]
  const { wrong, busy, act } = useActing()
  const byDay = kind.value === 'VEHICLE'

  async function put() {
    const amount = parseTaka(rent.value)
    if (!placeId.value || !title.value.trim() || !amount) {
      wrong.value = t('bhara.fill')
      return
    }
    let made = ''
    const monthly = {
      advance: parseTaka(advance.value) ?? 0,
      serviceCharge: parseTaka(service.value) ?? 0,
      address: address.value.trim(),
      rooms: countOf(rooms),
      floor: countOf(floor),
      areaSqft: countOf(area),
      amenities: amenities.value,
      ...(kind.value === 'HOUSE' && { tenants: tenants.value }),
    }
    const input = {
      kind: kind.value,
      placeId: placeId.value,
      titleBn: title.value.trim(),
      rent: amount,
      description: about.value.trim(),
      ...(byDay ? { seats: countOf(seats) } : monthly),
    }
    await act(`put up ${JSON.stringify(input)}`, async idempotencyKey => {
      const { listRental } = await mutate(PutUpDocument, { input: { ...input, idempotencyKey } })
      if (listRental.__typename === 'RentalUnit') made = listRental.id
      return listRental
    })
    if (made) navigate(`/bhara/${made.replace('RentalUnit:', '')}`)
  }

  const lines: Line[] = byDay
    ? [
        { key: 'bhara.putDay', field: rent, digits: true },
        { key: 'bhara.seats', field: seats, digits: true },
      ]
    : [
        { key: 'bhara.putRent', field: rent, digits: true },
        { key: 'bhara.putAdvance', field: advance, digits: true },
        { key: 'bhara.putService', field: service, digits: true },
        { key: 'bhara.putAddress', field: address, hint: 'bhara.putAddressHint' },
        { key: 'bhara.rooms', field: rooms, digits: true },
        { key: 'bhara.floor', field: floor, digits: true },
        { key: 'bhara.area', field: area, digits: true },
      ]
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void put()
      }}
    >
      <Select
        label={t('bhara.kind')}
        value={kind.value}
        onValue={value => {
          kind.value = value as RentalKind
        }}
        options={KINDS.map(value => ({ value, label: t(`bhara.${value}`) }))}
      />
      <Lines lines={[{ key: 'bhara.putTitle', field: title }]} />
      <PlacePicker
        label={t('bhara.putPlace')}
        value={placeId.value}
        onValue={value => {
          placeId.value = value
        }}
      />
      <Lines lines={lines} />
      {kind.value === 'HOUSE' && (
        <Select
          label={t('bhara.for')}
          value={tenants.value}
          onValue={value => {
            tenants.value = value as RentalTenants
          }}
          options={WHOM.map(value => ({ value, label: t(`bhara.${value}`) }))}
        />
      )}
      {!byDay && <Amenities chosen={amenities} />}
      <TextArea
        label={t('bhara.putAbout')}
        maxLength={2000}
        value={about.value}
        onValue={value => {
          about.value = value
        }}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('bhara.putGo')}
      </button>
    </form>
  )
}

/** Return a whole number that was typed in either script; null if it is none. */
function countOf(field: Signal<string>): number | null {
  const text = inLatin(field.value).trim()
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

function Lines({ lines }: { lines: Line[] }) {
  return (
    <>
      {lines.map(({ key, field, digits, hint }) => (
        <Field
          key={key}
          label={t(key)}
          hint={hint && t(hint)}
          autoComplete="off"
          maxLength={160}
          value={field.value}
          onValue={value => {
            field.value = value
          }}
          {...(digits && { inputMode: 'decimal' as const })}
        />
      ))}
    </>
  )
}

function Amenities({ chosen }: { chosen: Signal<string[]> }) {
  return (
    <fieldset class="chips">
      <legend>{t('bhara.has')}</legend>
      {AMENITIES.map(one => {
        const on = chosen.value.includes(one)
        return (
          <button
            key={one}
            type="button"
            class="plain"
            aria-pressed={on}
            onClick={() => {
              chosen.value = on ? chosen.value.filter(each => each !== one) : [...chosen.value, one]
            }}
          >
            {t(`bhara.${one}`)}
          </button>
        )
      })}
    </fieldset>
  )
}
