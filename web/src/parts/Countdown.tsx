/** The time left, by the server's clock. Silent for screen readers but at three moments. */
import { second } from '../net/clock'
import { duration } from '../words/time'

export function Countdown({ until, label }: { until: string; label: string }) {
  const left = Date.parse(until) - second.value * 1000
  return (
    <span class="countdown" role="timer" aria-live="off" aria-label={label}>
      {duration(left)}
    </span>
  )
}
