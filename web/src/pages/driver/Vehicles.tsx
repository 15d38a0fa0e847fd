/** With what a driver goes out: added, looked at by an officer, and put out of use. */
import { useSignal } from '@preact/signals'
import type { VehicleKind } from '../../gql'
import { DropVehicleDocument, SkillsOnFootDocument, TakeVehicleDocument } from '../../gql/enlist'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Asked } from '../../parts/Asked'
import { Field, Select } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { type Key, pick, t } from '../../words/i18n'
import { digits, inLatin } from '../../words/numbers'
import type { Driver } from './Enlist'

const KINDS: VehicleKind[] = [
  'AMBULANCE_NON_AC',
  'AMBULANCE_AC',
  'AMBULANCE_ICU',
  'AMBULANCE_FREEZER',
  'AMBULANCE_BOAT',
  'AUTO',
  'RICKSHAW',
  'CAR',
  'MICROBUS',
  'PICKUP',
  'BOAT',
  'ON_FOOT',
]
// The kinds of trip that one comes to without a vehicle.
const ON_FOOT = new Set<string>(['DRIVER', 'HOME_SERVICE'])

export type Props = { vehicles: Driver['vehicles']; after: () => Promise<void> }

export function Vehicles({ vehicles, after }: Props) {
  const { wrong, act } = useActing()
  const shown = vehicles.filter(({ state }) => state !== 'RETIRED')
  return (
    <>
      {shown.length === 0 && <p class="soft">{t('enlist.noVehicle')}</p>}
      <ul class="lines">
        {shown.map(one => (
          <li key={one.id} class="row">
            <span>
              {t(`trip.vehicle_${one.kind}` as Key)} {digits(one.plateNo)} ·{' '}
              <strong>{t(`enlist.vehicle_${one.state}`)}</strong> {one.reason}
            </span>
            <Asked
              label={t('enlist.retire')}
              note={t('enlist.retireNote')}
              yes={t('enlist.retireYes')}
              deed={async () => {
                const went = await act(`retire ${one.id}`, async () => {
                  return (await mutate(DropVehicleDocument, { vehicleId: one.id })).retireVehicle
                })
                await after()
                return went
              }}
            />
          </li>
        ))}
      </ul>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <Opened title={t('enlist.add')} show={() => <AddForm after={after} />} />
    </>
  )
}

function AddForm({ after }: { after: () => Promise<void> }) {
  const kind = useSignal<VehicleKind>('AUTO')
  const plateNo = useSignal('')
  const seats = useSignal('')
  const skill = useSignal('')
  const { wrong, busy, act } = useActing()
  const onFoot = kind.value === 'ON_FOOT'
  const count = onFoot ? 1 : Number(inLatin(seats.value))

  async function add() {
    if (!(count >= 1 && count <= 60)) {
      wrong.value = t('enlist.seatsWrong')
      return
    }
    const said = {
      kind: kind.value,
      plateNo: onFoot ? '' : plateNo.value.trim(),
      seats: count,
      skill: onFoot ? skill.value : '',
    }
    const went = await act(JSON.stringify(said), async idempotencyKey => {
      return (await mutate(TakeVehicleDocument, { input: { ...said, idempotencyKey } })).addVehicle
    })
    if (!went) return
    plateNo.value = ''
    seats.value = ''
    await after()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <Select
        label={t('enlist.kind')}
        value={kind.value}
        onValue={value => {
          kind.value = value as VehicleKind
        }}
        options={KINDS.map(value => ({ value, label: t(`trip.vehicle_${value}` as Key) }))}
      />
      {onFoot ? (
        <Skill
          value={skill.value}
          onValue={value => {
            skill.value = value
          }}
        />
      ) : (
        <>
          <Field
            label={t('enlist.plate')}
            autoComplete="off"
            maxLength={40}
            value={plateNo.value}
            onValue={value => {
              plateNo.value = value
            }}
          />
          <Field
            label={t('enlist.seats')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
            value={seats.value}
            onValue={value => {
              seats.value = value
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
        {t('enlist.addGo')}
      </button>
    </form>
  )
}

function Skill({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const { data } = useQuery(SkillsOnFootDocument, {})
  const skills = (data.value?.serviceCategories ?? []).filter(({ tripKinds }) =>
    tripKinds.some(kind => ON_FOOT.has(kind)),
  )
  return (
    <Select
      label={t('enlist.skill')}
      value={value}
      onValue={onValue}
      options={[
        { value: '', label: '' },
        ...skills.map(each => ({
          value: each.slug,
          label: pick({ bn: each.nameBn, en: each.nameEn }),
        })),
      ]}
    />
  )
}
