/** One booking, for both sides: how it stands, what can be done now, and how it was. */
import './facts.css'
import './seba.css'
import { useEffect } from 'preact/hooks'
import type { BookingViewFragment } from '../gql'
import { BookingPageDocument, FollowBookingDocument } from '../gql/booking'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { ComplainLink } from '../parts/ComplainLink'
import { Countdown } from '../parts/Countdown'
import { Empty } from '../parts/Empty'
import { Gone } from '../parts/Gone'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { useNews } from '../seba/useNews'
import { learn } from '../words/bn'
import { booking as words } from '../words/bn/booking'
import { seba } from '../words/bn/seba'
import { type Key, t, titleOf } from '../words/i18n'
import { digits, money } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { Moves } from './seba/Moves'
import { Quotes } from './seba/Quotes'
import { spotText } from './seba/words'

learn(words)
learn(seba)

export type View = BookingViewFragment
export type Desk = { booking: View; reload: () => Promise<void> }

const PayAhead = onDemand<Desk>(() => import('./seba/PayAhead').then(each => each.PayAhead))
const Others = onDemand(() => import('./seba/Others').then(each => each.Others))
const ReviewForm = onDemand<Desk>(
  () => import('./seba/ReviewForm').then(each => each.ReviewForm),
  4,
)
const CallOff = onDemand(() => import('./officer/CallOff').then(each => each.CallOff))

// Where one side still waits for the other, and time runs.
const RUNS_OUT = new Set(['HELD', 'REQUESTED'])

export default function Booking({ params, search }: PageProps) {
  const id = `Booking:${params.n}`
  const page = useQuery(BookingPageDocument, { id }, { perViewer: true })
  const booking = page.data.value?.booking
  useNews(FollowBookingDocument, { bookingId: id }, booking?.id, () => void page.reload())
  useEffect(() => {
    document.title = `${t('booking.title')} — ${t('shell.brand')}`
  }, [])
  if (me.value === null) {
    return (
      <div class="stack">
        <h1>{t('booking.title')}</h1>
        <Empty text={t('booking.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      </div>
    )
  }
  if (page.data.value && !booking && !page.loading.value)
    return <Gone params={params} search={search} />
  return (
    <div class="stack">
      <h1>{titleFor(booking)}</h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {booking ? <Shown booking={booking} reload={page.reload} /> : <Skeleton rows={5} />}
    </div>
  )
}

function titleFor(booking: View | null | undefined): string {
  if (booking?.part !== 'PROVIDER') return t('booking.title')
  return t('booking.titleDesk', { name: booking.citizenName })
}

function Shown({ booking, reload }: Desk) {
  const { state, dueAt, startCode } = booking
  const own = booking.part === 'CITIZEN'
  return (
    <>
      <section class="card stack" aria-live="polite">
        <p>
          <strong>{t(`booking.state_${state}` as Key)}</strong>
        </p>
        {RUNS_OUT.has(state) && dueAt && (
          <p>
            {t('booking.left')} <Countdown until={dueAt} label={t('booking.left')} />
          </p>
        )}
        {own && startCode && (
          <div>
            <p>{t('booking.code')}</p>
            <p class="code">{digits(startCode)}</p>
            <p class="soft">{t('booking.codeShow')}</p>
          </div>
        )}
        <Moves booking={booking} reload={reload} />
        {booking.part === 'OFFICER' && state === 'CONFIRMED' && <CallOff booking={booking} />}
      </section>
      <Facts booking={booking} />
      {own && <PayAhead booking={booking} reload={reload} />}
      <Quotes booking={booking} reload={reload} />
      {own && (state === 'DECLINED' || state === 'EXPIRED') && <Others bookingId={booking.id} />}
      {state === 'CLOSED' && <ReviewForm booking={booking} reload={reload} />}
      {own && (
        <ComplainLink
          kind="PROVIDER"
          of="booking"
          n={booking.id.replace('Booking:', '')}
          name={booking.provider.name}
        />
      )}
    </>
  )
}

function Facts({ booking }: { booking: View }) {
  const { provider, service, place, address, startsAt, phone, note, reason } = booking
  const amounts: [Key, number | null][] = [
    ['booking.price', booking.price],
    ['booking.ceiling', booking.ceilingAmount === booking.price ? null : booking.ceilingAmount],
    ['booking.final', booking.finalAmount],
    ['booking.fee', booking.fee || null],
    ['booking.paidAhead', booking.paidAhead || null],
  ]
  const where = [address, place && spotText(place)].filter(Boolean).join(', ')
  const facts: [Key, string][] = [
    ['booking.number', digits(booking.id.replace('Booking:', ''))],
    ['booking.at', `${longDate(startsAt)}, ${clockTime(startsAt)}`],
    ['booking.where', where || t(`seba.${service.venue}` as Key)],
    ['booking.note', note],
    ['booking.reason', reason],
  ]
  return (
    <section class="card">
      <h2>{titleOf(service)}</h2>
      <dl class="week">
        <dt>{t('booking.with')}</dt>
        <dd>
          <a href={`/seba/${provider.id.replace('Provider:', '')}`}>{provider.name}</a>
        </dd>
        {facts.map(
          ([key, text]) =>
            text && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
        {phone && <dt>{t('booking.phone')}</dt>}
        {phone && (
          <dd>
            <a href={`tel:${phone}`}>{digits(phone)}</a>
          </dd>
        )}
        {amounts.map(
          ([key, amount]) =>
            amount !== null && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd class="money">{money(amount)}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
