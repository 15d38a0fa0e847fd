/** Opens a booking by the number that a caller tells, to look at it or call it off. */
import { useSignal } from '@preact/signals'
import { Field } from '../../parts/Field'
import { navigate } from '../../router'
import { learn } from '../../words/bn'
import { disputes as words } from '../../words/bn/disputes'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'

learn(words)

const NUMBER = /^\d{1,18}$/

export function FindBooking() {
  const typed = useSignal('')
  const bad = useSignal(false)
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        const number = inLatin(typed.value).trim()
        bad.value = !NUMBER.test(number)
        if (!bad.value) navigate(`/seba/booking/${number}`)
      }}
    >
      <Field
        label={t('disputes.bookingNumber')}
        hint={t('disputes.bookingHint')}
        inputMode="numeric"
        autoComplete="off"
        value={typed.value}
        error={bad.value ? t('disputes.bookingBad') : null}
        onValue={value => {
          typed.value = value
        }}
      />
      <button type="submit" class="plain">
        {t('disputes.bookingOpen')}
      </button>
    </form>
  )
}
