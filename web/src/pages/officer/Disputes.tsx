/** What two cannot agree on, and an officer of the place decides: work that was done, advances. */
import { useSignal } from '@preact/signals'
import type { DisputesWaitingQuery } from '../../gql'
import {
  DecideBookingDocument,
  DecideClaimDocument,
  DisputesWaitingDocument,
} from '../../gql/bench'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { AmountForm } from '../../parts/AmountForm'
import { Empty } from '../../parts/Empty'
import { Opened } from '../../parts/Opened'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { disputes as words } from '../../words/bn/disputes'
import { seconds } from '../../words/bn/seconds'
import { placeText, t, titleOf } from '../../words/i18n'
import { digits, money } from '../../words/numbers'
import { clockTime, longDate } from '../../words/time'
import { Asking } from './Asking'
import { Deed } from './Deed'
import { FindBooking } from './FindBooking'

learn(words)

learn(seconds)

type Booking = DisputesWaitingQuery['bookingDisputes']['edges'][number]['node']
type Claim = DisputesWaitingQuery['deductionDisputes']['edges'][number]['node']
type Act = DisputesWaitingQuery['forcedActs']['edges'][number]['node']
type After = { after: () => Promise<void> }

export function Disputes() {
  const { data, fault, reload } = useQuery(DisputesWaitingDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const bookings = data.value.bookingDisputes.edges.map(({ node }) => node)
  const acts = data.value.forcedActs.edges.map(({ node }) => node)
  const asked = (id: string) => acts.find(({ subjectId }) => subjectId === id)
  const claims = data.value.deductionDisputes.edges.map(({ node }) => node)
  return (
    <>
      {bookings.length + claims.length === 0 && <Empty text={t('officer.none')} />}
      {bookings.length > 0 && (
        <section aria-label={t('disputes.bookingDisputes')}>
          <h2>{t('disputes.bookingDisputes')}</h2>
          <ul class="lines">
            {bookings.map(booking => (
              <OneBooking
                key={booking.id}
                booking={booking}
                act={asked(booking.id)}
                after={reload}
              />
            ))}
          </ul>
        </section>
      )}
      {claims.length > 0 && (
        <section aria-label={t('disputes.claimDisputes')}>
          <h2>{t('disputes.claimDisputes')}</h2>
          <ul class="lines">
            {claims.map(claim => (
              <OneClaim key={claim.id} claim={claim} act={asked(claim.id)} after={reload} />
            ))}
          </ul>
        </section>
      )}
      <Opened title={t('disputes.bookingOpen')} show={() => <FindBooking />} />
    </>
  )
}

function OneBooking({ booking, act, after }: After & { booking: Booking; act: Act | undefined }) {
  const decide = (forCitizen: boolean) => async (reason: string) => {
    const variables = { bookingId: booking.id, forCitizen, reason }
    return (await mutate(DecideBookingDocument, variables)).decideDispute
  }
  return (
    <li class="card stack">
      <h3>
        {titleOf(booking.service)} · {money(booking.price)}
      </h3>
      <p>
        {booking.citizenName} — {booking.provider.name}
      </p>
      <p class="soft">
        {longDate(booking.startsAt)}, {clockTime(booking.startsAt)}
      </p>
      {booking.reason && <p>{digits(booking.reason)}</p>}
      <Asking act={act} />
      <div class="row">
        <Deed label={t('disputes.forCitizen')} deed={decide(true)} after={after} />
        <Deed label={t('disputes.forProvider')} plain deed={decide(false)} after={after} />
      </div>
    </li>
  )
}

function OneClaim({ claim, act, after }: After & { claim: Claim; act: Act | undefined }) {
  const { id: deductionId, unit } = claim
  const amount = useSignal<number | null>(null)

  async function decide(amount: number, reason: string) {
    return (await mutate(DecideClaimDocument, { deductionId, amount, reason })).decideDeduction
  }

  return (
    <li class="card stack">
      <h3>{titleOf(unit)}</h3>
      {unit.place && <p class="soft">{placeText(unit.place)}</p>}
      <p>
        {digits(claim.label)} · {t('disputes.claimed', { amount: money(claim.claimedAmount) })}
      </p>
      {claim.note && <p>{digits(claim.note)}</p>}
      <Asking act={act} />
      <AmountForm
        label={t('disputes.keeps')}
        go={t('disputes.keepsGo')}
        busy={false}
        zero
        ask={given => {
          amount.value = given
        }}
      />
      {amount.value !== null && (
        <Deed
          label={t('seconds.keepGo', { amount: money(amount.value) })}
          deed={reason => decide(amount.value ?? 0, reason)}
          after={after}
        />
      )}
    </li>
  )
}
