/** The viewer's own bookings, on his page. */
import { MyBookingsDocument } from '../../gql/mine'
import { useQuery } from '../../net/load'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { learn } from '../../words/bn'
import { booking as words } from '../../words/bn/booking'
import { calendar } from '../../words/bn/calendar'
import { type Key, t, titleOf } from '../../words/i18n'
import { clockTime, longDate } from '../../words/time'

learn(calendar)
learn(words)

const Calendar = onDemand(() => import('./Calendar').then(each => each.Calendar), 1)

export function MyBookings() {
  const { data } = useQuery(MyBookingsDocument, {}, { perViewer: true })
  const bookings = data.value?.myBookings.edges.map(edge => edge.node) ?? []
  if (bookings.length === 0) return null
  return (
    <section aria-label={t('booking.mine')}>
      <h2>{t('booking.mine')}</h2>
      <ul class="lines">
        {bookings.map(one => (
          <li key={one.id} class="card">
            <a href={`/seba/booking/${one.id.replace('Booking:', '')}`}>
              {titleOf(one.service)}, {one.provider.name}
            </a>
            <p>
              {longDate(one.startsAt)}, {clockTime(one.startsAt)}
            </p>
            <p class="soft">{t(`booking.state_${one.state}` as Key)}</p>
          </li>
        ))}
      </ul>
      <Opened title={t('calendar.title')} show={() => <Calendar />} />
    </section>
  )
}
