/** A receipt checked by the code that stands on it, and the key by which programs check its seal. */
import { useSignal } from '@preact/signals'
import { Field } from '../../parts/Field'
import { t } from '../../words/i18n'

export function Receipts({ sealKey }: { sealKey: string | undefined }) {
  const code = useSignal('')
  return (
    <section id="receipt" class="card stack">
      <h2>{t('about.receipt')}</h2>
      <p>{t('about.receiptText')}</p>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault()
          const typed = code.value.trim()
          // A page of the server's own, for phones without scripts, too.
          if (typed) location.assign(`/receipt/${encodeURIComponent(typed)}`)
        }}
      >
        <Field
          label={t('about.receiptCode')}
          autoComplete="off"
          maxLength={64}
          value={code.value}
          onValue={value => {
            code.value = value
          }}
        />
        <button type="submit">{t('about.receiptGo')}</button>
      </form>
      {sealKey && (
        <details>
          <summary>{t('about.receiptKey')}</summary>
          <p lang="en">Ed25519: {sealKey}</p>
        </details>
      )}
    </section>
  )
}
