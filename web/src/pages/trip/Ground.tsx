/** Where things are, drawn without a map's tiles: the squares, the way's ends, and who moves. */
import { useEffect, useRef } from 'preact/hooks'
import { groundOf, metersBetween, type Point } from '../../trip/ground'
import { type Key, t } from '../../words/i18n'
import { number } from '../../words/numbers'

export type Square = { vehicles: number; center: Point }
type Props = {
  label: string
  here?: Point | null
  drop?: Point | null
  marker?: Point | null
  squares?: Square[]
}

const SIDE_M = 500
// Less is the trembling of a phone, more is a jump and no way.
const LEAST_MOVE_M = 2
const LONGEST_SLIDE_M = 500

export function Ground({ label, here = null, drop = null, marker = null, squares = [] }: Props) {
  const known = [here, drop, marker, ...squares.map(each => each.center)]
  const points = known.filter(each => each !== null)
  const shown = useSteady(marker)
  if (points.length === 0) return null
  const { half, at } = groundOf(points)
  const unit = half / 20
  const legend = Object.entries({ here, drop, marker }).filter(([, point]) => point)
  return (
    <figure>
      <svg
        class="ground"
        role="img"
        aria-label={label}
        viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`}
      >
        {squares.map(({ center, vehicles }) => {
          const { x, y } = at(center)
          return (
            <g key={`${center.lat} ${center.lng}`}>
              <rect x={x - SIDE_M / 2} y={y - SIDE_M / 2} width={SIDE_M} height={SIDE_M} />
              <text x={x} y={y + unit / 2} font-size={unit * 1.6}>
                {number(vehicles)}
              </text>
            </g>
          )
        })}
        {here && <Pin spot={at(here)} unit={unit} kind="here" />}
        {drop && <Pin spot={at(drop)} unit={unit} kind="drop" />}
        {shown.point && (
          <g
            class={shown.jumps ? 'marker' : 'marker slides'}
            style={{ transform: `translate(${at(shown.point).x}px, ${at(shown.point).y}px)` }}
          >
            <circle r={unit * 1.2} />
          </g>
        )}
      </svg>
      <figcaption>
        {legend.map(([pin]) => (
          <span key={pin} class={`pin ${pin}`}>
            {t(`trip.pin_${pin}` as Key)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function Pin({ spot, unit, kind }: { spot: { x: number; y: number }; unit: number; kind: string }) {
  return <circle class={kind} cx={spot.x} cy={spot.y} r={unit} />
}

/** Return where to show the marker: what trembles stays, what went too far jumps. */
function useSteady(point: Point | null): { point: Point | null; jumps: boolean } {
  const last = useRef<Point | null>(null)
  const way = last.current && point ? metersBetween(last.current, point) : Number.POSITIVE_INFINITY
  const stays = way < LEAST_MOVE_M
  const shown = stays ? last.current : point
  useEffect(() => {
    last.current = shown
  }, [shown])
  return { point: shown, jumps: way > LONGEST_SLIDE_M }
}
