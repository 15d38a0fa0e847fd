/** An amount that is typed in either script, checked, and then asked about. */
import { useSignal } from '@preact/signals'
import { t } from '../words/i18n'
import { parseTaka } from '../words/numbers'
import { Field } from './Field'

type Props = {
  label: string
  go: string
  busy: boolean
  /** Nothing is an amount, too. */
  zero?: boolean
  ask: (amount: number) => void
}

export function AmountForm({ label, go, busy, zero = false, ask }: Props) {
  const typed = useSignal('')
  const wrong = useSignal<string | null>(null)
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        const amount = parseTaka(typed.value)
        const given = amount !== null && (zero || amount > 0)
        wrong.value = given ? null : t('lot.notAmount')
        if (given) ask(amount)
      }}
    >
      <Field
        label={label}
        inputMode="decimal"
        autoComplete="off"
        value={typed.value}
        error={wrong.value}
        onValue={value => {
          typed.value = value
        }}
      />
      <button type="submit" disabled={busy}>
        {go}
      </button>
    </form>
  )
}
