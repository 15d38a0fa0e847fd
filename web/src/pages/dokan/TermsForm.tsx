/** When a shop is open, how its goods come to people, and whether cash is taken; its holidays. */
import './counter.css'
import { useSignal } from '@preact/signals'
import { SetDokanHolidayDocument, SetDokanTermsDocument } from '../../gql/counter'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field, Select } from '../../parts/Field'
import { Said } from '../../parts/Said'
import { momentOf } from '../../seba/days'
import { type Key, t } from '../../words/i18n'
import { number, parseTaka } from '../../words/numbers'
import { clockTime, dhakaField, momentOfField } from '../../words/time'
import type { Props } from './Counter'

const DAYS = [0, 1, 2, 3, 4, 5, 6]
const HOURS = [...Array(25).keys()].map(hour => hour * 60)
const USUAL = { opens: 540, closes: 1200 }

export function TermsForm({ shop, after }: Props) {
  const first = shop.hours.flatMap(day => day.spans)[0] ?? USUAL
  // Without hours a shop is always open.
  const open = shop.hours.filter(day => day.spans.length > 0).map(day => day.weekday)
  const days = useSignal(open.length > 0 ? open : DAYS)
  const opens = useSignal(first.opens)
  const closes = useSignal(first.closes)
  const ways = useSignal({
    delivers: shop.delivers,
    pickup: shop.pickup,
    takesCash: shop.takesCash,
  })
  const fee = useSignal(number(shop.deliveryFee / 100))
  const done = useSignal(false)
  const { wrong, busy, act } = useActing()

  async function save() {
    const deliveryFee = parseTaka(fee.peek() || '0')
    if (deliveryFee === null) {
      wrong.value = t('keeper.badNumber')
      return
    }
    const span = { opens: opens.peek(), closes: closes.peek() }
    const week = DAYS.map(day => (days.peek().includes(day) ? [span] : []))
    const input = { week, ...ways.peek(), deliveryFee }
    done.value = await act(`terms ${JSON.stringify(input)}`, async () => {
      return (await mutate(SetDokanTermsDocument, { input })).setShopTerms
    })
    await after()
  }

  const hours = HOURS.map(minute => ({
    value: String(minute),
    label: clockTime(momentOf(minute)),
  }))
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <fieldset class="choice">
        <legend>{t('counter.days')}</legend>
        <div class="chips">
          {DAYS.map(day => (
            <button
              key={day}
              type="button"
              class="plain"
              aria-pressed={days.value.includes(day)}
              onClick={() => {
                const others = days.value.filter(each => each !== day)
                days.value = others.length < days.value.length ? others : [...others, day]
              }}
            >
              {t(`counter.day${day}` as Key)}
            </button>
          ))}
        </div>
      </fieldset>
      <Select
        label={t('counter.opens')}
        value={String(opens.value)}
        onValue={value => {
          opens.value = Number(value)
        }}
        options={hours.slice(0, -1)}
      />
      <Select
        label={t('counter.closes')}
        value={String(closes.value)}
        onValue={value => {
          closes.value = Number(value)
        }}
        options={hours.slice(1)}
      />
      {(['delivers', 'pickup', 'takesCash'] as const).map(name => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={ways.value[name]}
            onChange={event => {
              ways.value = { ...ways.peek(), [name]: event.currentTarget.checked }
            }}
          />
          {t(`counter.${name}`)}
        </label>
      ))}
      {ways.value.delivers && (
        <Field
          label={t('counter.fee')}
          inputMode="decimal"
          autoComplete="off"
          value={fee.value}
          onValue={value => {
            fee.value = value
          }}
        />
      )}
      <Said wrong={wrong.value} done={done.value && t('counter.saved')} />
      <button type="submit" disabled={busy.value}>
        {t('counter.save')}
      </button>
    </form>
  )
}

export function Holiday({ shop, after }: Props) {
  const from = useSignal(shop.closedFrom ? dhakaField(Date.parse(shop.closedFrom)) : '')
  const to = useSignal(shop.closedTo ? dhakaField(Date.parse(shop.closedTo)) : '')
  const done = useSignal(false)
  const { wrong, busy, act } = useActing()

  async function save(closedFrom: string | null, closedTo: string | null) {
    const input = { closedFrom, closedTo }
    done.value = await act(`holiday ${closedFrom} ${closedTo}`, async () => {
      return (await mutate(SetDokanHolidayDocument, { input })).setShopHoliday
    })
    if (done.peek() && !closedFrom) {
      from.value = ''
      to.value = ''
    }
    await after()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        const [closedFrom, closedTo] = [momentOfField(from.value), momentOfField(to.value)]
        if (closedFrom && closedTo) void save(closedFrom, closedTo)
        else wrong.value = t('trade.fill')
      }}
    >
      <Field
        label={t('counter.closedFrom')}
        type="datetime-local"
        value={from.value}
        onValue={value => {
          from.value = value
        }}
      />
      <Field
        label={t('counter.closedTo')}
        type="datetime-local"
        value={to.value}
        onValue={value => {
          to.value = value
        }}
      />
      <Said wrong={wrong.value} done={done.value && t('counter.saved')} />
      <div class="row">
        <button type="submit" disabled={busy.value}>
          {t('counter.save')}
        </button>
        {shop.closedFrom && (
          <button
            type="button"
            class="plain"
            disabled={busy.value}
            onClick={() => void save(null, null)}
          >
            {t('counter.back')}
          </button>
        )}
      </div>
    </form>
  )
}
