/** Signing up at a haat, once, in the middle of a bid: with the name if there is none yet. */
import { useSignal } from '@preact/signals'
import { asFault } from '../net/faults'
import { me, saveName } from '../net/session'
import { pick, t } from '../words/i18n'
import { Dialog } from './Dialog'
import { Field } from './Field'

type Props = { register: () => Promise<string | null>; close: () => void }

export function RegisterSheet({ register, close }: Props) {
  const name = useSignal('')
  const wrong = useSignal<string | null>(null)
  const busy = useSignal(false)
  const nameless = !me.value?.name

  async function go() {
    busy.value = true
    try {
      const refused = nameless ? await saveName(name.value.trim()) : null
      wrong.value = refused
        ? pick({ bn: refused.messageBn, en: refused.messageEn })
        : await register()
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
        {nameless && (
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
        <button type="submit" disabled={busy.value || (nameless && name.value.trim() === '')}>
          {t('lot.register')}
        </button>
      </form>
    </Dialog>
  )
}
