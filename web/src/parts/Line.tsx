/** A count over something that goes on: drawn as a line, with its ends and its height in words. */
import './line.css'
import { number } from '../words/numbers'

export type Point = { label: string; value: number }

const WIDE = 240
const HIGH = 80
// The line of the largest value is as thick as any other.
const EDGE = 2

/** The table beneath says the same to who does not see it. `points`: two at least. */
export function Line({ points }: { points: Point[] }) {
  const most = Math.max(1, ...points.map(({ value }) => value))
  const at = points.map(({ value }, n) => {
    const x = (n / (points.length - 1)) * WIDE
    const y = HIGH - EDGE - (value / most) * (HIGH - 2 * EDGE)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  const middle = points[Math.floor(points.length / 2)]
  return (
    <div class="line-chart">
      <b class="money">{number(most)}</b>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
        <polygon points={`0,${HIGH} ${at.join(' ')} ${WIDE},${HIGH}`} />
        <polyline points={at.join(' ')} vector-effect="non-scaling-stroke" />
      </svg>
      <p class="soft">
        <span>{points[0]?.label}</span>
        <span>{middle?.label}</span>
        <span>{points.at(-1)?.label}</span>
      </p>
    </div>
  )
}
