/** Doing one thing at a time, with its refusal in words and the same key until it is answered. */
import { type Signal, useSignal } from '@preact/signals'
import { pick } from '../words/i18n'
import { asFault, isRefusal } from './faults'
import { requireSignIn } from './session'

export type Acting = {
  /** What was refused, in the present language; null while all is well. */
  wrong: Signal<string | null>
  busy: Signal<boolean>
  /** Do something that needs a person; true when it went through. `id` tells one intent from another. */
  act: (id: string, what: (key: string) => Promise<unknown>) => Promise<boolean>
}

/** `guests`: what the API lets people do who are not signed in. */
export function useActing({ guests = false } = {}): Acting {
  const wrong = useSignal<string | null>(null)
  const busy = useSignal(false)
  const keys = useSignal<Record<string, string>>({})

  async function act(id: string, what: (key: string) => Promise<unknown>): Promise<boolean> {
    if (busy.peek() || !(guests || (await requireSignIn()))) return false
    busy.value = true
    wrong.value = null
    // An answer that was lost is asked for again with the key it was sent with.
    const key = keys.peek()[id] ?? newKey()
    keys.value = { ...keys.peek(), [id]: key }
    try {
      const said = await what(key)
      const { [id]: _, ...others } = keys.peek()
      keys.value = others
      if (isRefusal(said)) wrong.value = pick({ bn: said.messageBn, en: said.messageEn })
      return !isRefusal(said)
    } catch (thrown) {
      wrong.value = pick(asFault(thrown))
      return false
    } finally {
      busy.value = false
    }
  }

  return { wrong, busy, act }
}

/** Return a key that nobody else has: what makes a retry harmless. */
export function newKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
