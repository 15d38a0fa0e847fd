/** One short sentence at the foot of the page, gone by itself; screen readers hear it. */
import { signal } from '@preact/signals'

const SHOWN_MS = 5_000

const said = signal('')
let timer: ReturnType<typeof setTimeout> | undefined

export function toast(text: string): void {
  said.value = text
  clearTimeout(timer)
  timer = setTimeout(() => {
    said.value = ''
  }, SHOWN_MS)
}

export function Toast() {
  return (
    <div class="toast" role="status" hidden={said.value === ''}>
      {said.value}
    </div>
  )
}
