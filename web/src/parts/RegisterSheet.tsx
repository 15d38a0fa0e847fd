/** Signing up at a haat, once, in the middle of a bid: with the name if there is none yet. */
import { useSignal } from '@preact/signals'
import { asFault, type Refusal } from '../net/faults'
import { me } from '../net/session'
import { pick, t } from '../words/i18n'
import { money } from '../words/numbers'
import { Dialog } from './Dialog'
import { Field } from './Field'

type Props = {
  amount: number
  register: (name: string | null) => Promise<Refusal | null>
  close: () => void
}

export function RegisterSheet({ amount, register, close }: Props) {
  const name = useSignal('')
  const wrong = useSignal<string | null>(null)
  const busy = useSignal(false)
  // The server may know better than what was read when one signed in.
  const nameless = useSignal(!me.value?.name)

  async function go() {
    busy.value = true
    try {
      const refused = await register(nameless.value ? name.value.trim() : null)
      wrong.value = refused && pick({ bn: refused.messageBn, en: refused.messageEn })
      if (refused?.code === 'NAME_NEEDED') nameless.value = true
    } catch (thrown) {
      wrong.value = pick(asFault(thrown))
    } finally {
      busy.value = false
    }
  }

  return (
    <Dialog title={t('lot.registering')} close={close} sheet>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault()
          void go()
        }}
      >
        <p>{t('lot.registeringWhy')}</p>
        {nameless.value && (
          <Field
            label={t('lot.name')}
            hint={t('lot.nameFirst')}
            value={name.value}
            onValue={value => {
              name.value = value
            }}
            autoComplete="name"
            maxLength={80}
          />
        )}
        {wrong.value && (
          <p class="error" role="alert">
            {wrong.value}
          </p>
        )}
        <button type="submit" disabled={busy.value || (nameless.value && name.value.trim() === '')}>
          {t('lot.register', { amount: money(amount) })}
        </button>
      </form>
    </Dialog>
  )
}
