/** A piece of ground drawn flat: meters to the east and south of its middle. Pure. */
export type Point = { lat: number; lng: number }
export type Spot = { x: number; y: number }

const METERS_OF_DEGREE = 111_195
// Nothing nearer is worth a larger scale: a phone knows its place to some twenty meters.
const LEAST_METERS = 600
const MARGIN = 1.25

export function metersBetween(one: Point, other: Point): number {
  const { x, y } = offset(one, other)
  return Math.hypot(x, y)
}

export type Ground = { half: number; at: (point: Point) => Spot }

/** Return ground around points: `half` meters from its middle to its edge. */
export function groundOf(points: Point[]): Ground {
  const lats = points.map(each => each.lat)
  const lngs = points.map(each => each.lng)
  const middle = { lat: between(lats), lng: between(lngs) }
  const reach = points
    .map(each => offset(middle, each))
    .map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)))
  return {
    half: Math.max(LEAST_METERS, ...reach) * MARGIN,
    at: point => offset(middle, point),
  }
}

function offset(from: Point, to: Point): Spot {
  const shrunk = Math.cos((from.lat * Math.PI) / 180)
  return {
    x: (to.lng - from.lng) * METERS_OF_DEGREE * shrunk,
    y: (from.lat - to.lat) * METERS_OF_DEGREE,
  }
}

function between(values: number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2
}
