/** The `Authorization` line in GraphiQL's headers editor. */

type Headers = Record<string, unknown>

const NAME = 'Authorization'

/**
 * Return the headers with this token in them (null: signed out).
 *
 * What somebody typed stays as it is: only a line that is missing, or that holds one of
 * the tokens that we `wrote` earlier, is changed.
 */
export function withToken(text: string, token: string | null, wrote: readonly string[]): string {
  const headers = parsed(text)
  if (!headers) return text
  const name = Object.keys(headers).find(key => key.toLowerCase() === NAME.toLowerCase()) ?? NAME
  const now = headers[name]
  const ours = now === undefined || now === '' || wrote.some(one => now === `Bearer ${one}`)
  if (!ours || (now === undefined && !token)) return text
  const { [name]: _, ...rest } = headers
  const changed = token ? { ...rest, [name]: `Bearer ${token}` } : rest
  return Object.keys(changed).length > 0 ? JSON.stringify(changed, null, 2) : ''
}

/** Return what stands under `Authorization`, however it is spelled. */
export function authorizationOf(headers: Headers | undefined): string | undefined {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === 'authorization')
  return typeof found?.[1] === 'string' && found[1] ? found[1] : undefined
}

function parsed(text: string): Headers | null {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Headers)
      : null
  } catch {
    return null
  }
}
