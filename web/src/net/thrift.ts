/** Whether data are to be saved: the visitor asked for it, or the line is too slow for more. */
import { signal } from '@preact/signals'

type Line = EventTarget & { saveData?: boolean; effectiveType?: string }

const line = (navigator as { connection?: Line }).connection

export const savesData = signal(asks())
line?.addEventListener?.('change', () => {
  savesData.value = asks()
})

function asks(): boolean {
  return Boolean(line?.saveData || line?.effectiveType?.includes('2g'))
}
