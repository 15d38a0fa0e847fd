/** What a page asks first, kept while it is asked again. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { assisting } from './assisting'
import { boot } from './boot'
import { query } from './client'
import type { TypedDocument } from './document'
import { asFault, type Fault } from './faults'
import { InOrder } from './inorder'
import { me } from './tokens'

export type Loaded<D> = {
  data: Signal<D | null>
  fault: Signal<Fault | null>
  loading: Signal<boolean>
  reload: () => Promise<void>
}

// Where no stream tells what is new.
const ASK_AGAIN_MS = 10_000

type Options = {
  /** The name of the operation the server may have answered in the page already. */
  boot?: string
  /** Ask again when another person signs in. */
  perViewer?: boolean
}

/** Ask at once and whenever the variables change; the last answer stays while the next is awaited. */
export function useQuery<D, V extends Record<string, unknown>>(
  document: TypedDocument<D, V>,
  variables: V,
  options: Options = {},
): Loaded<D> {
  const key = JSON.stringify(variables)
  const data = useSignal<D | null>(null)
  const fault = useSignal<Fault | null>(null)
  const loading = useSignal(false)
  const asked = useSignal('')
  if (asked.peek() === '' && options.boot) {
    const found = boot<D>(options.boot, variables)
    if (found) {
      data.value = found
      asked.value = key
    }
  }
  const viewer = options.perViewer ? me.value?.id : undefined

  // Whoever asks again, even from a picture of before, asks for what is shown now.
  const present = useRef({ variables, key })
  present.current = { variables, key }
  const asking = useRef<InOrder | null>(null)
  asking.current ??= new InOrder()
  const { current: answers } = asking

  const reload = async () => {
    const now = present.current
    loading.value = true
    if (asked.peek() !== now.key) answers.forget()
    asked.value = now.key
    try {
      await answers.take(
        () => query(document, now.variables),
        found => {
          data.value = found
          fault.value = null
        },
      )
    } catch (thrown) {
      fault.value = asFault(thrown)
    } finally {
      loading.value = false
    }
  }

  useEffect(() => {
    if (options.perViewer && me.value === undefined) return
    if (asked.peek() === key && viewer === undefined) return
    void reload()
  }, [key, viewer, options.perViewer && me.value === undefined])

  useEffect(() => {
    if (!assisting) return
    const timer = setInterval(reload, ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [key])

  return { data, fault, loading, reload }
}
