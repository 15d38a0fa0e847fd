/** What can be done with a booking now; the server says what, and is asked once more before it counts. */
import { useSignal } from '@preact/signals'
import type { BookingMove } from '../../gql'
import {
  AgreeDoneDocument,
  AskForBookingDocument,
  BeginWorkDocument,
  CallOffDocument,
  ConfirmVisitDocument,
  DeclineVisitDocument,
  DisagreeDocument,
  FinishWorkDocument,
  SayAbsentDocument,
} from '../../gql/booking'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { AmountForm } from '../../parts/AmountForm'
import { Asked } from '../../parts/Asked'
import { Field } from '../../parts/Field'
import { t } from '../../words/i18n'
import { inLatin, money } from '../../words/numbers'
import type { Desk } from '../Booking'

export function Moves({ booking, reload }: Desk) {
  const { id: bookingId, part, allowedTransitions: moves } = booking
  const { wrong, busy, act } = useActing()
  const citizen = part === 'CITIZEN'

  async function go(name: string, what: () => Promise<unknown>) {
    const went = await act(`${name} ${bookingId}`, what)
    await reload()
    return went
  }
  const step = (name: string, what: () => Promise<unknown>) => () => void go(name, what)
  const may = (move: BookingMove) => moves.includes(move)

  return (
    <>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {may('START') && !citizen && (
        <CodeForm
          busy={busy.value}
          begin={code =>
            void go('start', async () => {
              return (await mutate(BeginWorkDocument, { bookingId, code })).startBooking
            })
          }
        />
      )}
      {may('FINISH') && (
        <AmountForm
          label={t('booking.amount')}
          go={t('booking.finish')}
          busy={busy.value}
          ask={amount =>
            void go(`finish ${amount}`, async () => {
              return (await mutate(FinishWorkDocument, { bookingId, amount })).finishBooking
            })
          }
        />
      )}
      <div class="row">
        {may('REQUEST') && (
          <button
            type="button"
            disabled={busy.value}
            onClick={step('request', async () => {
              return (await mutate(AskForBookingDocument, { bookingId })).requestBooking
            })}
          >
            {t('booking.request')}
          </button>
        )}
        {may('CONFIRM') && (
          <button
            type="button"
            disabled={busy.value}
            onClick={step('confirm', async () => {
              return (await mutate(ConfirmVisitDocument, { bookingId })).confirmBooking
            })}
          >
            {t('booking.confirm')}
          </button>
        )}
        {may('CLOSE') && (
          <button
            type="button"
            disabled={busy.value}
            onClick={step('close', async () => {
              return (await mutate(AgreeDoneDocument, { bookingId })).closeBooking
            })}
          >
            {t('booking.close')}
          </button>
        )}
        {may('START') && citizen && (
          <button
            type="button"
            class="plain"
            disabled={busy.value}
            onClick={step('start', async () => {
              return (await mutate(BeginWorkDocument, { bookingId })).startBooking
            })}
          >
            {t('booking.startOwn')}
          </button>
        )}
        {may('DECLINE') && (
          <Asked
            label={t('booking.decline')}
            field={t('booking.why')}
            yes={t('booking.send')}
            deed={reason =>
              go('decline', async () => {
                return (await mutate(DeclineVisitDocument, { bookingId, reason })).declineBooking
              })
            }
          />
        )}
        {may('REPORT_NO_SHOW') && (
          <Asked
            label={t('booking.absent')}
            note={t('booking.absentSure')}
            yes={t('booking.sure')}
            deed={() =>
              go('absent', async () => {
                return (await mutate(SayAbsentDocument, { bookingId })).reportNoShow
              })
            }
          />
        )}
        {may('DISPUTE') && (
          <Asked
            label={t('booking.dispute')}
            field={t('booking.disputeWhy')}
            yes={t('booking.send')}
            deed={reason =>
              go('dispute', async () => {
                return (await mutate(DisagreeDocument, { bookingId, reason })).disputeBooking
              })
            }
          />
        )}
        {may('CANCEL') && <Cancel booking={booking} go={go} />}
      </div>
    </>
  )
}

type Go = (name: string, what: () => Promise<unknown>) => Promise<boolean>

/** Calling off: what it costs is told before, and nothing else is taken than what was told. */
function Cancel({ booking, go }: { booking: Desk['booking']; go: Go }) {
  const { id: bookingId, cancelTerms } = booking
  if (!cancelTerms) return null
  const { fee, token } = cancelTerms
  return (
    <Asked
      label={t('booking.cancel')}
      note={fee ? t('booking.cancelFee', { amount: money(fee) }) : t('booking.cancelFree')}
      field={t('booking.why')}
      yes={t('booking.cancelYes')}
      deed={reason =>
        go('cancel', async () => {
          return (await mutate(CallOffDocument, { bookingId, token, reason })).cancelBooking
        })
      }
    />
  )
}

function CodeForm({ begin, busy }: { begin: (code: string) => void; busy: boolean }) {
  const code = useSignal('')
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        begin(inLatin(code.value).trim())
      }}
    >
      <Field
        label={t('booking.codeAsk')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={code.value}
        onValue={value => {
          code.value = value
        }}
      />
      <button type="submit" disabled={busy}>
        {t('booking.start')}
      </button>
    </form>
  )
}
