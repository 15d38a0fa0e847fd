/** The short-lived access token: in memory alone, renewed by a cookie that no script can read. */
import { signal } from '@preact/signals'
import type { ViewerFragment } from '../gql'

export type Credentials = { token: string; endsAt: number; viewer: ViewerFragment }

/** Who is signed in; null: nobody, undefined: not known yet. */
export const me = signal<ViewerFragment | null | undefined>(undefined)

// A token that is about to end would end on its way.
const LEAST_LEFT_MS = 30_000

let held: { token: string; endsAt: number } | null = null
let coming: Promise<string | null> | null = null
let renew: () => Promise<Credentials | null> = async () => null

/** Set how a new token is had (`session.ts` does; this module knows no operations). */
export function renewBy(how: () => Promise<Credentials | null>): void {
  renew = how
}

/** Keep new credentials, or forget them. */
export function hold(credentials: Credentials | null): void {
  held = credentials && { token: credentials.token, endsAt: credentials.endsAt }
  me.value = credentials?.viewer ?? null
}

/** Resolve once it is known who is here: a socket says it only as it opens. */
export function viewerKnown(): Promise<void> {
  return new Promise(resolve => {
    const stop = me.subscribe(now => {
      if (now === undefined) return
      resolve()
      queueMicrotask(() => stop())
    })
  })
}

/** Return a token that will last a while; null when nobody is signed in. */
export async function freshToken(): Promise<string | null> {
  if (held && held.endsAt - Date.now() > LEAST_LEFT_MS) return held.token
  return held ? renewed(held.token) : null
}

/** Return a new token in place of one that was refused. One renewal serves all who wait. */
export async function renewed(refused: string): Promise<string | null> {
  if (held && held.token !== refused) return held.token
  coming ??= renew()
    .then(found => {
      hold(found)
      return found?.token ?? null
    })
    .finally(() => {
      coming = null
    })
  return coming
}
