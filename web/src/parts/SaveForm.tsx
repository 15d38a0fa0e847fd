/** A form that keeps what is written: one button, and beneath the fields how it went. */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useActing } from '../net/acting'
import { learn } from '../words/bn'
import { form as words } from '../words/bn/form'
import { t } from '../words/i18n'
import { Said } from './Said'

learn(words)

type Props = {
  /** Returns the answer; the key makes a retry of the very same wish harmless. */
  save: (key: string) => Promise<unknown>
  /** What is sent: another wish has another key. */
  wish: unknown
  after: () => Promise<void>
  /** Returns what is not right yet, in words; null: it can go. */
  check?: () => string | null
  /** What the button says. */
  go?: string | undefined
  children: ComponentChildren
}

export function SaveForm({ save, wish, after, check, go = t('form.save'), children }: Props) {
  const done = useSignal(false)
  const { wrong, busy, act } = useActing()

  async function send() {
    const bad = check?.() ?? null
    done.value = !bad && (await act(JSON.stringify(wish), save))
    if (bad) wrong.value = bad
    else await after()
  }

  return (
    <form
      class="stack"
      noValidate
      onInput={() => {
        done.value = false
      }}
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      {children}
      <Said wrong={wrong.value} done={done.value && t('form.saved')} />
      <button type="submit" disabled={busy.value}>
        {go}
      </button>
    </form>
  )
}
