/** One complaint in a list: what it is about, where it stands, and how long it may take. */
import './nalish.css'
import type { ComplaintLineFragment } from '../../gql'
import { serverNow } from '../../net/clock'
import { placeText, t } from '../../words/i18n'
import { digits } from '../../words/numbers'
import { clockTime, longDate } from '../../words/time'
import { numberOf } from './naming'

type Props = { complaint: ComplaintLineFragment }

export function Line({ complaint }: Props) {
  const { kind, place, state, text } = complaint
  return (
    <li class="card stack">
      <h3>
        <a href={`/nalish/${numberOf(complaint)}`}>{t(`nalish.kind_${kind}`)}</a>
      </h3>
      <p class="soft">
        {t('nalish.number', { n: digits(numberOf(complaint)) })}
        {place && ` · ${placeText(place)}`}
      </p>
      <p class="brief">{text}</p>
      <p>
        <strong>{t(`nalish.state_${state}`)}</strong>
      </p>
      <Due complaint={complaint} />
    </li>
  )
}

/** Until when officers have, or that their time is over; nothing while it is not with them. */
export function Due({ complaint: { dueAt } }: Props) {
  if (!dueAt) return null
  if (Date.parse(dueAt) < serverNow()) return <p class="error">{t('nalish.late')}</p>
  return <p class="soft">{t('nalish.due', { day: longDate(dueAt), time: clockTime(dueAt) })}</p>
}
