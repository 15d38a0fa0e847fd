/** What two cannot agree on, and an officer of the place decides: work that was done, advances. */
import type { DisputesWaitingQuery } from '../../gql'
import {
  DecideBookingDocument,
  DecideClaimDocument,
  DisputesWaitingDocument,
} from '../../gql/bench'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { AmountForm } from '../../parts/AmountForm'
import { Empty } from '../../parts/Empty'
import { Opened } from '../../parts/Opened'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { t, titleOf } from '../../words/i18n'
import { digits, money } from '../../words/numbers'
import { clockTime, longDate } from '../../words/time'
import { placeText } from '../shop/words'
import { Deed } from './Deed'
import { FindBooking } from './FindBooking'

type Booking = DisputesWaitingQuery['bookingDisputes']['edges'][number]['node']
type Claim = DisputesWaitingQuery['deductionDisputes']['edges'][number]['node']
type After = { after: () => Promise<void> }

export function Disputes() {
  const { data, fault, reload } = useQuery(DisputesWaitingDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const bookings = data.value.bookingDisputes.edges.map(({ node }) => node)
  const claims = data.value.deductionDisputes.edges.map(({ node }) => node)
  return (
    <>
      {bookings.length + claims.length === 0 && <Empty text={t('officer.none')} />}
      {bookings.length > 0 && (
        <section aria-label={t('officer.bookingDisputes')}>
          <h2>{t('officer.bookingDisputes')}</h2>
          <ul class="lines">
            {bookings.map(booking => (
              <OneBooking key={booking.id} booking={booking} after={reload} />
            ))}
          </ul>
        </section>
      )}
      {claims.length > 0 && (
        <section aria-label={t('officer.claimDisputes')}>
          <h2>{t('officer.claimDisputes')}</h2>
          <ul class="lines">
            {claims.map(claim => (
              <OneClaim key={claim.id} claim={claim} after={reload} />
            ))}
          </ul>
        </section>
      )}
      <Opened title={t('officer.bookingOpen')} show={() => <FindBooking />} />
    </>
  )
}

function OneBooking({ booking, after }: After & { booking: Booking }) {
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
      <div class="row">
        <Deed label={t('officer.forCitizen')} deed={decide(true)} after={after} />
        <Deed label={t('officer.forProvider')} plain deed={decide(false)} after={after} />
      </div>
    </li>
  )
}

function OneClaim({ claim, after }: After & { claim: Claim }) {
  const { id: deductionId, unit } = claim
  const { wrong, busy, act } = useActing()

  async function decide(amount: number) {
    await act(`claim ${deductionId} ${amount}`, async () => {
      return (await mutate(DecideClaimDocument, { deductionId, amount })).decideDeduction
    })
    await after()
  }

  return (
    <li class="card stack">
      <h3>{titleOf(unit)}</h3>
      {unit.place && <p class="soft">{placeText(unit.place)}</p>}
      <p>
        {digits(claim.label)} · {t('officer.claimed', { amount: money(claim.claimedAmount) })}
      </p>
      {claim.note && <p>{digits(claim.note)}</p>}
      <AmountForm
        label={t('officer.keeps')}
        go={t('officer.keepsGo')}
        busy={busy.value}
        zero
        ask={amount => void decide(amount)}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </li>
  )
}
