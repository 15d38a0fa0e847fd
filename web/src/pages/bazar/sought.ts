/** Which shops an address of the bazar asks for: how far they may be, what they sell, open or not. */

export type Sought = { categoryId: string | null; openNow: boolean }
/** Shops within a place and outside a nearer one, which come after those of the nearer one. */
export type Reach = {
  within: string | null
  outside: string | null
  /** What the shops lie beyond; null where one is. */
  beyond: 'restOfUpazila' | 'elsewhere' | null
}

/** Return how far one looks, the nearest first: in his union, his upazila, the district. */
export function reachesOf(search: URLSearchParams): Reach[] {
  const upazila = idIn(search, 'upazila', 'Place')
  const union = upazila && idIn(search, 'union', 'Place')
  const nearest: Reach = { within: union ?? upazila, outside: null, beyond: null }
  return [
    nearest,
    ...(union ? [{ within: upazila, outside: union, beyond: 'restOfUpazila' } as const] : []),
    ...(upazila ? [{ within: null, outside: upazila, beyond: 'elsewhere' } as const] : []),
  ]
}

export function soughtOf(search: URLSearchParams): Sought {
  return { categoryId: idIn(search, 'kind', 'ProductCategory'), openNow: search.has('open') }
}

/** Say whether an address asks for some shops only, wherever they are. */
export function isNarrowed(search: URLSearchParams): boolean {
  const { categoryId, openNow } = soughtOf(search)
  return categoryId !== null || openNow
}

/** Return the id that a number in the address stands for; null if there is none. */
function idIn(search: URLSearchParams, name: string, type: string): string | null {
  const number = search.get(name) ?? ''
  return /^\d{1,18}$/.test(number) ? `${type}:${number}` : null
}
