/** Becoming a provider: name, work, price and hours on one page; an officer looks at it. */
import { useSignal } from '@preact/signals'
import type { TradesQuery } from '../../gql'
import {
  HandInDeskDocument,
  OfferPriceDocument,
  OfferServiceDocument,
  SaveDeskDocument,
  SaveWeekDocument,
  TradesDocument,
} from '../../gql/enroll'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { isRefusal } from '../../net/faults'
import { useQuery } from '../../net/load'
import { me } from '../../net/session'
import { Choice } from '../../parts/Choice'
import { Field, Select, TextArea } from '../../parts/Field'
import { PlacePicker } from '../../parts/PlacePicker'
import { momentOf } from '../../seba/days'
import { type Key, t } from '../../words/i18n'
import { inLatin, parseTaka } from '../../words/numbers'
import { clockTime } from '../../words/time'
import type { Own } from '../Desk'
import { nameOf } from './words'

const HOURS = Array.from({ length: 25 }, (_, hour) => hour * 60)
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]

type Trade = TradesQuery['serviceCategories'][number]
type Venue = 'CUSTOMER' | 'PROVIDER'
type Props = { own: Own | null; reload: () => Promise<void> }

const EMPTY = {
  name: '',
  phone: '',
  placeId: '',
  about: '',
  kind: '',
  work: '',
  venue: 'CUSTOMER' as Venue,
  licence: '',
  unit: '',
  minutes: '60',
  price: '',
  needsQuote: false,
  opens: 540,
  closes: 1080,
  days: WEEKDAYS.slice(),
}
type Draft = typeof EMPTY

export function Enroll({ own, reload }: Props) {
  const trades = useQuery(TradesDocument, {})
  const draft = useSignal<Draft>({ ...EMPTY, name: own?.name ?? '', phone: me.peek()?.phone ?? '' })
  const missing = useSignal(false)
  const { wrong, busy, act } = useActing()
  const kinds = trades.data.value?.serviceCategories.filter(each => each.ways.includes('BOOKING'))
  const kind = kinds?.find(each => each.id === draft.value.kind)
  const set = (part: Partial<Draft>) => {
    draft.value = { ...draft.peek(), ...part }
  }

  async function submit() {
    const said = draft.peek()
    missing.value = !isWhole(said, own, kind)
    if (missing.value) return
    await act('enroll', key => handIn(said, own, key))
    await reload()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{t('desk.become')}</h2>
      <p class="soft">{t(own ? (`desk.state_${own.state}` as Key) : 'desk.becomeLead')}</p>
      {own?.reason && <p class="notice">{own.reason}</p>}
      <Field label={t('desk.name')} value={draft.value.name} onValue={name => set({ name })} />
      <Field
        label={t('desk.phone')}
        type="tel"
        value={draft.value.phone}
        onValue={phone => set({ phone })}
      />
      <PlacePicker
        label={t('desk.home')}
        value={draft.value.placeId}
        onValue={placeId => set({ placeId })}
      />
      <TextArea
        label={t('desk.about')}
        value={draft.value.about}
        maxLength={2000}
        onValue={about => set({ about })}
      />
      <Week draft={draft.value} set={set} />
      {!own?.services.length && kinds && (
        <Work draft={draft.value} set={set} kinds={kinds} kind={kind} />
      )}
      {missing.value && (
        <p class="notice bad" role="alert">
          {t('desk.missing')}
        </p>
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('desk.submit')}
      </button>
    </form>
  )
}

type PartProps = { draft: Draft; set: (part: Partial<Draft>) => void }

function Week({ draft, set }: PartProps) {
  const hours = HOURS.map(minute => ({
    value: String(minute),
    label: clockTime(momentOf(minute)),
  }))
  return (
    <fieldset class="choice">
      <legend>{t('desk.days')}</legend>
      <div class="chips">
        {WEEKDAYS.map(day => (
          <button
            key={day}
            type="button"
            class="plain"
            aria-pressed={draft.days.includes(day)}
            onClick={() =>
              set({
                days: draft.days.includes(day)
                  ? draft.days.filter(each => each !== day)
                  : [...draft.days, day],
              })
            }
          >
            {t(`seba.day${day}` as Key)}
          </button>
        ))}
      </div>
      <div class="filter-row">
        <Select
          label={t('desk.opens')}
          value={String(draft.opens)}
          onValue={value => set({ opens: Number(value) })}
          options={hours.slice(0, -1)}
        />
        <Select
          label={t('desk.closes')}
          value={String(draft.closes)}
          onValue={value => set({ closes: Number(value) })}
          options={hours.slice(1)}
        />
      </div>
    </fieldset>
  )
}

function Work({
  draft,
  set,
  kinds,
  kind,
}: PartProps & { kinds: Trade[]; kind: Trade | undefined }) {
  return (
    <>
      <Select
        label={t('desk.kind')}
        value={draft.kind}
        onValue={id => set({ kind: id, unit: kinds.find(each => each.id === id)?.units[0] ?? '' })}
        options={[
          { value: '', label: '' },
          ...kinds.map(each => ({ value: each.id, label: nameOf(each) })),
        ]}
      />
      <Field label={t('desk.work')} value={draft.work} onValue={work => set({ work })} />
      <Choice
        label={t('desk.venue')}
        value={draft.venue}
        onValue={venue => set({ venue: venue as Venue })}
        options={['CUSTOMER', 'PROVIDER'].map(value => ({
          value,
          label: t(`desk.${value}` as Key),
        }))}
      />
      {kind?.needsLicence && (
        <Field
          label={t('desk.licence')}
          value={draft.licence}
          onValue={licence => set({ licence })}
        />
      )}
      {kind && (
        <Select
          label={t('desk.unit')}
          value={draft.unit}
          onValue={unit => set({ unit })}
          options={kind.units.map(unit => ({ value: unit, label: t(`seba.unit_${unit}` as Key) }))}
        />
      )}
      <Field
        label={t('desk.minutes')}
        inputMode="numeric"
        value={draft.minutes}
        onValue={minutes => set({ minutes })}
      />
      <Field
        label={t('desk.price')}
        inputMode="decimal"
        value={draft.price}
        onValue={price => set({ price })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={draft.needsQuote}
          onChange={event => set({ needsQuote: event.currentTarget.checked })}
        />
        {t('desk.needsQuote')}
      </label>
    </>
  )
}

function isWhole(draft: Draft, own: Own | null, kind: Trade | undefined): boolean {
  const { name, placeId, about, phone } = draft
  if (!name.trim() || !placeId || !about.trim() || !phone.trim()) return false
  if (own?.services.length) return true
  return Boolean(kind && draft.work.trim() && parseTaka(draft.price) && minutesOf(draft) > 0)
}

function minutesOf(draft: Draft): number {
  return Number(inLatin(draft.minutes))
}

/** Save and hand in, one after another; the first refusal is the answer. What is there stays. */
async function handIn(draft: Draft, own: Own | null, key: string): Promise<unknown> {
  const { name, about, placeId, phone: contactPhone } = draft
  const input = { name, about, placeId, contactPhone: inLatin(contactPhone) }
  const { saveProvider } = await mutate(SaveDeskDocument, { input })
  if (isRefusal(saveProvider)) return saveProvider
  const span = [{ opens: draft.opens, closes: draft.closes }]
  const week = WEEKDAYS.map(day => (draft.days.includes(day) ? span : []))
  const { setWorkingHours } = await mutate(SaveWeekDocument, { week })
  if (isRefusal(setWorkingHours)) return setWorkingHours
  const refused = await offered(draft, own, key)
  if (refused) return refused
  return (await mutate(HandInDeskDocument, {})).submitProvider
}

/** Offer the work at its price, unless that was done before; return why not, or null. */
async function offered(draft: Draft, own: Own | null, key: string): Promise<unknown> {
  const [before] = own?.services ?? []
  let serviceId = before?.id
  if (!serviceId) {
    const { kind: categoryId, work: titleBn, venue, licence: licenceNo } = draft
    const input = { categoryId, titleBn, venue, licenceNo, idempotencyKey: key }
    const { draftService } = await mutate(OfferServiceDocument, { input })
    if (draftService.__typename !== 'Service') return draftService
    serviceId = draftService.id
  }
  if (before?.options.length) return null
  const { unit, needsQuote, work: labelBn } = draft
  const priced = {
    unit,
    needsQuote,
    minutes: minutesOf(draft),
    amount: parseTaka(draft.price) ?? 0,
  }
  const input = { serviceId, labelBn, ...priced, idempotencyKey: key }
  const { addPriceOption } = await mutate(OfferPriceDocument, { input })
  return isRefusal(addPriceOption) ? addPriceOption : null
}
