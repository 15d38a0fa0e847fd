/** What is there when it is opened, and not before: its script and its questions wait, too. */
import { useSignal } from '@preact/signals'
import type { ComponentChild } from 'preact'

export function Opened({ title, show }: { title: string; show: () => ComponentChild }) {
  const open = useSignal(false)
  return (
    <details
      onToggle={event => {
        open.value = event.currentTarget.open
      }}
    >
      <summary>{title}</summary>
      {open.value && show()}
    </details>
  )
}
