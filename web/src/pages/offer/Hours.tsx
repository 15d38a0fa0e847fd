/** When a provider works: the week, single days on which it is otherwise, and when he is away. */
import { useSignal } from '@preact/signals'
import { SaveWeekDocument } from '../../gql/enroll'
import { BeAwayDocument, SetOneDayDocument } from '../../gql/offer'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field } from '../../parts/Field'
import { Said } from '../../parts/Said'
import { SaveForm } from '../../parts/SaveForm'
import { momentOf } from '../../seba/days'
import { type Key, t } from '../../words/i18n'
import { clockTime, dhakaField, longDate, momentOfField } from '../../words/time'
import type { DeskProps } from '../Offers'
import { type Span, Spans } from './Spans'

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]

/** Return a day's hours in words. */
function hoursText(spans: readonly Span[]): string {
  if (spans.length === 0) return t('seba.closed')
  return spans
    .map(({ opens, closes }) => `${clockTime(momentOf(opens))} – ${clockTime(momentOf(closes))}`)
    .join(', ')
}

export function WeekForm({ own, reload }: DeskProps) {
  const week = useSignal<Span[][]>(
    WEEKDAYS.map(day => [...(own.hours.find(each => each.weekday === day)?.spans ?? [])]),
  )
  const [first = []] = week.value
  return (
    <SaveForm
      wish={week.value}
      save={async () => (await mutate(SaveWeekDocument, { week: week.peek() })).setWorkingHours}
      after={reload}
    >
      {WEEKDAYS.map(day => (
        <Spans
          key={day}
          label={t(`seba.day${day}` as Key)}
          value={week.value[day] ?? []}
          onValue={spans => {
            week.value = week.value.map((each, n) => (n === day ? spans : each))
          }}
        />
      ))}
      <button
        type="button"
        class="plain"
        onClick={() => {
          week.value = WEEKDAYS.map(() => [...first])
        }}
      >
        {t('offer.allAlike', { day: t('seba.day0') })}
      </button>
    </SaveForm>
  )
}

export function SpecialDays({ own, reload }: DeskProps) {
  const day = useSignal('')
  const spans = useSignal<Span[]>([])
  const { wrong, busy, act } = useActing()

  async function asInTheWeek(date: string) {
    await act(`week ${date}`, async () => {
      return (await mutate(SetOneDayDocument, { day: date, spans: null })).setSpecialDay
    })
    await reload()
  }

  return (
    <div class="stack">
      {own.specialDays.length > 0 && (
        <ul class="lines">
          {own.specialDays.map(each => (
            <li key={each.day} class="row">
              <span>
                <strong>{longDate(each.day)}</strong>: {hoursText(each.spans)}
              </span>
              <button
                type="button"
                class="plain"
                disabled={busy.value}
                onClick={() => void asInTheWeek(each.day)}
              >
                {t('offer.asInTheWeek')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Said wrong={wrong.value} done={false} />
      <SaveForm
        wish={[day.value, spans.value]}
        check={() => (day.value ? null : t('form.fill'))}
        save={async () => {
          const variables = { day: day.peek(), spans: spans.peek() }
          return (await mutate(SetOneDayDocument, variables)).setSpecialDay
        }}
        after={reload}
      >
        <Field
          label={t('offer.whichDay')}
          type="date"
          value={day.value}
          onValue={text => {
            day.value = text
          }}
        />
        <Spans
          label={t('offer.thatDay')}
          value={spans.value}
          onValue={value => {
            spans.value = value
          }}
        />
      </SaveForm>
    </div>
  )
}

export function AwayForm({ own, reload }: DeskProps) {
  const from = useSignal(own.closedFrom ? dhakaField(Date.parse(own.closedFrom)) : '')
  const to = useSignal(own.closedTo ? dhakaField(Date.parse(own.closedTo)) : '')
  const { wrong, busy, act } = useActing()
  const moments = { closedFrom: momentOfField(from.value), closedTo: momentOfField(to.value) }

  async function back() {
    const went = await act('back', async () => {
      return (await mutate(BeAwayDocument, { closedFrom: null, closedTo: null })).goAway
    })
    if (went) {
      from.value = ''
      to.value = ''
    }
    await reload()
  }

  return (
    <div class="stack">
      <SaveForm
        wish={moments}
        check={() => (moments.closedFrom && moments.closedTo ? null : t('form.fill'))}
        save={async () => (await mutate(BeAwayDocument, moments)).goAway}
        after={reload}
      >
        <p class="soft">{t('offer.awayNote')}</p>
        <Field
          label={t('offer.awayFrom')}
          type="datetime-local"
          value={from.value}
          onValue={text => {
            from.value = text
          }}
        />
        <Field
          label={t('offer.awayTo')}
          type="datetime-local"
          value={to.value}
          onValue={text => {
            to.value = text
          }}
        />
      </SaveForm>
      {own.closedFrom && (
        <button type="button" class="plain" disabled={busy.value} onClick={() => void back()}>
          {t('offer.back')}
        </button>
      )}
      <Said wrong={wrong.value} done={false} />
    </div>
  )
}
