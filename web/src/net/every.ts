/** Asking again, where nothing tells that something changed. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { second } from './clock'

/** Call `again` every so many seconds while the page is looked at. */
export function useEvery(seconds: number, again: () => unknown): void {
  const turn = Math.floor(second.value / seconds)
  const begun = useSignal(turn)
  useEffect(() => {
    if (turn === begun.peek() || document.hidden) return
    begun.value = turn
    again()
  }, [turn])
}
