/** What the server put into the page: the answer of its first query, so that nothing is asked twice. */

type Boot = { operation: string; variables: Record<string, unknown>; data: unknown }

let kept: Boot | null | undefined

/** Return the first answer for an operation if the page came with it. It is given once. */
export function boot<T>(operation: string, variables: Record<string, unknown>): T | null {
  if (kept === undefined) kept = read()
  if (kept?.operation !== operation) return null
  const same = Object.keys(variables).every(name => kept?.variables[name] === variables[name])
  if (!same) return null
  const { data } = kept
  kept = null
  return data as T
}

/** Return whether the page came with the answer of an operation that nobody has taken yet. */
export function bootIs(operation: string): boolean {
  if (kept === undefined) kept = read()
  return kept?.operation === operation
}

/** Return the server's time as the page brought it; null if it brought none. */
export function bootMoment(): string | null {
  if (kept === undefined) kept = read()
  const data = kept?.data as { serverNow?: string; lotSnapshot?: { serverNow: string } } | undefined
  return data?.serverNow ?? data?.lotSnapshot?.serverNow ?? null
}

function read(): Boot | null {
  const text = document.getElementById('boot')?.textContent
  if (!text) return null
  try {
    return JSON.parse(text) as Boot
  } catch {
    return null
  }
}
