/** How the line is: word, color and shape. Hidden while nothing is followed. */
import { connection } from '../net/live'
import { t } from '../words/i18n'

export function ConnectionBadge() {
  const state = connection.value
  return (
    <span class={`badge ${state}`} role="status">
      {state === 'idle' ? '' : t(`shell.${state}`)}
    </span>
  )
}
