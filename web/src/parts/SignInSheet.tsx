/** Signing in over the page: phone, code, and once a name. What lies under it stays as it was. */
import { useSignal } from '@preact/signals'
import { second, serverNow } from '../net/clock'
import { asFault, isRefusal, type Refusal } from '../net/faults'
import { demo, me, requestCode, saveName, signIn } from '../net/session'
import { learn } from '../words/bn'
import { signin as words } from '../words/bn/signin'
import { pick, t } from '../words/i18n'
import { inLatin } from '../words/numbers'
import { Dialog } from './Dialog'
import { Field } from './Field'
import { international } from './phone'

learn(words)

type Step = 'phone' | 'code' | 'name'

export function SignInSheet({ done }: { done: (signedIn: boolean) => void }) {
  const step = useSignal<Step>('phone')
  const phone = useSignal('')
  const typed = useSignal('')
  const wrong = useSignal<string | null>(null)
  const busy = useSignal(false)
  const resendAt = useSignal(0)

  /** Do something; its refusal is told at the field. True when it went well. */
  async function attempt(what: () => Promise<Refusal | null>): Promise<boolean> {
    busy.value = true
    wrong.value = null
    try {
      const refused = await what()
      wrong.value = refused && pick({ bn: refused.messageBn, en: refused.messageEn })
      return !refused
    } catch (thrown) {
      wrong.value = pick(asFault(thrown))
      return false
    } finally {
      busy.value = false
    }
  }

  async function ask() {
    const went = await attempt(async () => {
      const said = await requestCode(international(phone.value))
      if (isRefusal(said)) return said
      resendAt.value = said
      return null
    })
    if (went) {
      step.value = 'code'
      typed.value = demo.value?.code ?? ''
    }
  }

  async function enter() {
    const code = inLatin(typed.value).replace(/\D/g, '')
    if (!(await attempt(() => signIn(international(phone.value), code)))) return
    if (me.value?.name) done(true)
    else {
      typed.value = ''
      step.value = 'name'
    }
  }

  async function name() {
    if (await attempt(() => saveName(typed.value.trim()))) done(true)
  }

  const next = { phone: ask, code: enter, name }[step.value]
  return (
    <Dialog
      title={t('signin.title')}
      close={() => done(step.value === 'name' && Boolean(me.value))}
      sheet
    >
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault()
          void next()
        }}
      >
        {step.value === 'phone' && (
          <Field
            key="phone"
            label={t('signin.phone')}
            hint={t('signin.phoneHint')}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            value={phone.value}
            error={wrong.value}
            onValue={value => {
              phone.value = value
            }}
          />
        )}
        {step.value === 'code' && (
          <Field
            key="code"
            label={t('signin.code')}
            hint={t('signin.codeHint', { phone: phone.value })}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            value={typed.value}
            error={wrong.value}
            onValue={value => {
              typed.value = value
            }}
          />
        )}
        {step.value === 'name' && (
          <Field
            key="name"
            label={t('signin.name')}
            hint={t('signin.nameHint')}
            autoComplete="name"
            maxLength={80}
            value={typed.value}
            error={wrong.value}
            onValue={value => {
              typed.value = value
            }}
          />
        )}
        <button type="submit" disabled={busy.value}>
          {t(`signin.${step.value}Go`)}
        </button>
        {step.value === 'code' && <Resend at={resendAt.value} busy={busy.value} ask={ask} />}
        {step.value === 'name' && (
          <button type="button" class="plain" onClick={() => done(true)}>
            {t('signin.later')}
          </button>
        )}
      </form>
    </Dialog>
  )
}

function Resend({ at, busy, ask }: { at: number; busy: boolean; ask: () => Promise<void> }) {
  const left = Math.max(0, Math.ceil((at - Math.max(serverNow(), second.value * 1000)) / 1000))
  return (
    <button type="button" class="plain" disabled={busy || left > 0} onClick={() => void ask()}>
      {left > 0 ? t('signin.resendIn', { n: left }) : t('signin.resend')}
    </button>
  )
}
