/** The prices of a service, and booking at one: a day, a free time, where to come; then it is held. */
import { useSignal } from '@preact/signals'
import type { ComponentChild } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { OptionFragment } from '../../gql'
import { FreeTimesDocument, HoldTimeDocument } from '../../gql/booking'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { useQuery } from '../../net/load'
import { Field, TextArea } from '../../parts/Field'
import { onDemand } from '../../parts/onDemand'
import { PlacePicker } from '../../parts/PlacePicker'
import { Problem } from '../../parts/Problem'
import { navigate } from '../../router'
import { daysFrom } from '../../seba/days'
import { type Key, t } from '../../words/i18n'
import { number } from '../../words/numbers'
import { clockTime } from '../../words/time'
import type { Provider } from '../Provider'
import { optionText, priceText } from './words'

const WaitFor = onDemand(() => import('./WaitFor').then(each => each.WaitFor))

type Offered = Provider['services'][number]
type Props = { provider: Provider; service: Offered }

export function Book({ provider, service }: Props) {
  const open = useSignal<string | null>(null)
  const canBook = !provider.mine && service.category.ways.includes('BOOKING')
  const options = service.options.filter(option => option.amount !== null)
  return (
    <ul class="options-of">
      {options.map(option => (
        <li key={option.id}>
          <span>
            {optionText(option)} · {priceText(option)} · {t('seba.minutes', { n: option.minutes })}
          </span>
          {canBook && (
            <button
              type="button"
              class={open.value === option.id ? 'plain' : ''}
              aria-expanded={open.value === option.id}
              onClick={() => {
                open.value = open.value === option.id ? null : option.id
              }}
            >
              {t('seba.book')}
            </button>
          )}
          {open.value === option.id && (
            <Wish provider={provider} service={service} option={option} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Wish({ provider, service, option }: Props & { option: OptionFragment }) {
  const at = useSignal<string | null>(null)
  const placeId = useSignal('')
  const address = useSignal('')
  const note = useSignal('')
  const { wrong, busy, act } = useActing()
  const comes = service.venue === 'CUSTOMER'

  async function hold() {
    const startsAt = at.peek()
    const price = option.amount
    if (!startsAt || price === null) return
    let made = ''
    const went = await act(`hold ${option.id} ${startsAt}`, async key => {
      const where = comes ? { placeId: placeId.peek() || null, address: address.peek() } : {}
      const wish = { optionId: option.id, price, startsAt, note: note.peek(), ...where }
      const input = { ...wish, quantity: 1, seats: 1, idempotencyKey: key }
      const { holdBooking } = await mutate(HoldTimeDocument, { input })
      if (holdBooking.__typename === 'Booking') made = holdBooking.id
      return holdBooking
    })
    if (went) navigate(`/seba/booking/${made.replace('Booking:', '')}`)
  }

  return (
    <form
      class="stack wish"
      onSubmit={event => {
        event.preventDefault()
        void hold()
      }}
    >
      <Times
        serviceId={service.id}
        optionId={option.id}
        most={provider.horizonDays}
        value={at.value}
        onValue={value => {
          at.value = value
        }}
      >
        {(day, free) => <WaitFor provider={provider} option={option} day={day} free={free} />}
      </Times>
      {comes && (
        <PlacePicker
          label={t('seba.place')}
          value={placeId.value}
          onValue={value => {
            placeId.value = value
          }}
        />
      )}
      {comes && (
        <Field
          label={t('seba.address')}
          value={address.value}
          maxLength={300}
          onValue={value => {
            address.value = value
          }}
        />
      )}
      <TextArea
        label={t('seba.note')}
        value={note.value}
        maxLength={1000}
        onValue={value => {
          note.value = value
        }}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <p class="soft">{t('seba.holdNote')}</p>
      <button type="submit" disabled={busy.value || at.value === null}>
        {t('seba.hold')}
      </button>
    </form>
  )
}

type TimesProps = {
  serviceId: string
  optionId: string
  most: number
  value: string | null
  onValue: (value: string | null) => void
  /** Shown beneath the times of a day, when they are known. */
  children?: (day: string, free: readonly string[]) => ComponentChild
}

/** The days on which one may book, and the free times of the chosen one. */
export function Times({ serviceId, optionId, most, value, onValue, children }: TimesProps) {
  const [days] = useState(() => daysFrom(serverNow(), most))
  const day = useSignal(days[0]?.date ?? '')
  const variables = { id: serviceId, optionId, day: day.value }
  const { data, fault, reload } = useQuery(FreeTimesDocument, variables)
  const starts = data.value?.service?.freeStarts
  useEffect(() => onValue(null), [day.value])
  return (
    <>
      <fieldset class="choice">
        <legend>{t('seba.which')}</legend>
        <div class="chips">
          {days.map(({ date, weekday, dayOfMonth }, ahead) => (
            <button
              key={date}
              type="button"
              class="plain"
              aria-pressed={date === day.value}
              onClick={() => {
                day.value = date
              }}
            >
              {ahead === 0 ? t('seba.today') : t(`seba.day${weekday}` as Key)} {number(dayOfMonth)}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset class="choice">
        <legend>{t('seba.when')}</legend>
        {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
        {starts?.length === 0 && <p class="soft">{t('seba.noTimes')}</p>}
        <div class="chips">
          {starts?.map(start => (
            <button
              key={start}
              type="button"
              class="plain"
              aria-pressed={start === value}
              onClick={() => onValue(start)}
            >
              {clockTime(start)}
            </button>
          ))}
        </div>
      </fieldset>
      {starts && children?.(day.value, starts)}
    </>
  )
}
