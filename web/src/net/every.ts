/** Asking again, where nothing tells that something changed. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { second } from './clock'

/** Call `again` so many seconds after it was called last, or this began, while the page is looked at. */
export function useEvery(seconds: number, again: () => unknown): void {
  const now = second.value
  const last = useSignal(now)
  useEffect(() => {
    const passed = now - last.peek()
    // Set right, the clock may go back: then nobody knows how long it was.
    if ((passed >= 0 && passed < seconds) || document.hidden) return
    last.value = now
    again()
  }, [now])
}
