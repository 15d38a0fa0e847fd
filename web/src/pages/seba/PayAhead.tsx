/** Paying a visit ahead instead of in cash, and what a late no or an absence costs. */
import { PayVisitAheadDocument } from '../../gql/booking'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { onDemand } from '../../parts/onDemand'
import { Said } from '../../parts/Said'
import { t } from '../../words/i18n'
import { money } from '../../words/numbers'
import type { Desk } from '../Booking'

const PayBox = onDemand(() => import('../../parts/PayBox').then(each => each.PayBox), 4)

// As long as the visit is not over, and nobody has said no.
const PAYABLE = new Set(['HELD', 'REQUESTED', 'CONFIRMED'])

export function PayAhead({ booking, reload }: Desk) {
  const { id: bookingId, state, price, payment, feePayment } = booking
  const { wrong, busy, act } = useActing()
  const mayChoose = PAYABLE.has(state) && price > 0 && (!payment || payment.state === 'EXPIRED')

  async function choose() {
    await act('ahead', async () => {
      return (await mutate(PayVisitAheadDocument, { bookingId })).payBookingOnline
    })
    await reload()
  }

  return (
    <>
      {mayChoose && (
        <section class="card stack" aria-label={t('booking.ahead')}>
          <h2>{t('booking.ahead')}</h2>
          <p>{t('booking.aheadNote')}</p>
          <Said wrong={wrong.value} done={false} />
          <button type="button" class="plain" disabled={busy.value} onClick={() => void choose()}>
            {t('booking.aheadGo', { amount: money(price) })}
          </button>
        </section>
      )}
      {payment && !mayChoose && <PayBox bill={payment} />}
      {feePayment && (
        <>
          <p class="notice">{t('booking.feeNote', { amount: money(feePayment.due) })}</p>
          <PayBox bill={feePayment} />
        </>
      )}
    </>
  )
}
