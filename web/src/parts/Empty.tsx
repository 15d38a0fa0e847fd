/** Nothing is here, said kindly, and what one can do instead. */
import type { ComponentChildren } from 'preact'

export function Empty({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{text}</p>
      {children}
    </div>
  )
}
