/** The seller of a full pool writes down what the meat of each share weighs. */
import { useSignal } from '@preact/signals'
import { DivideMeatDocument } from '../../gql/shares'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field } from '../../parts/Field'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'

// Three places after the point are grams.
const KILOGRAMS = /^\d{1,4}(\.\d{1,3})?$/

type Props = { poolId: string; parts: number; reload: () => Promise<void> }

export function Divide({ poolId, parts, reload }: Props) {
  const typed = useSignal<string[]>(Array.from({ length: parts }, () => ''))
  const { wrong, busy, act } = useActing()

  async function divide() {
    const kilograms = typed.value.map(text => inLatin(text).trim())
    if (!kilograms.every(text => KILOGRAMS.test(text))) {
      wrong.value = t('shares.badKilos')
      return
    }
    const grams = kilograms.map(text => Math.round(Number(text) * 1000))
    await act(`divide ${poolId} ${grams}`, async () => {
      return (await mutate(DivideMeatDocument, { poolId, grams })).divideMeat
    })
    await reload()
  }

  return (
    <form
      class="card stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void divide()
      }}
    >
      <h2>{t('shares.divide')}</h2>
      {typed.value.map((text, n) => {
        const label = t('shares.kilos', { n: n + 1 })
        return (
          <Field
            key={label}
            label={label}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onValue={value => {
              typed.value = typed.value.map((old, at) => (at === n ? value : old))
            }}
          />
        )
      })}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('shares.divideGo')}
      </button>
    </form>
  )
}
