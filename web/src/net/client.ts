/** Questions and commands over HTTP. What is live comes over `live.ts`. */
import type { TypedDocument } from './document'
import { BROKEN, Fault, OFFLINE } from './faults'
import { freshToken, renewed, viewerKnown } from './tokens'

// A phone at the edge of a village: slower than this is no answer any more.
const PATIENCE_MS = 20_000
// What an operation is answered with whose token is no good (any more).
const SIGNED_OUT = 'UNAUTHENTICATED'

type GraphQLFault = {
  message: string
  extensions?: { code?: string; messageBn?: string; messageEn?: string; retryAfter?: number }
}
type Answer<D> = { data?: D | null; errors?: GraphQLFault[] }

/** Ask. Throws `Fault`; an expired sign-in is renewed once, behind the scenes. */
export async function query<D, V>(document: TypedDocument<D, V>, variables: V): Promise<D> {
  return send(document, variables, await freshToken())
}

/**
 * Have something done. A refusal is part of the answer; give the same key again to retry.
 * It waits until it is known who is here: what is put into a basket must not go to a guest's.
 */
export async function mutate<D, V>(document: TypedDocument<D, V>, variables: V): Promise<D> {
  await viewerKnown()
  return send(document, variables, await freshToken())
}

/** Ask without saying who asks: for what tokens are made of. */
export function askAnonymously<D, V>(document: TypedDocument<D, V>, variables: V): Promise<D> {
  return askAs(null, document, variables)
}

/** Ask by this very token, whoever is signed in. */
export async function askAs<D, V>(
  token: string | null,
  document: TypedDocument<D, V>,
  variables: V,
): Promise<D> {
  return checked(await post<D>(document.text, variables, token))
}

async function send<D, V>(
  document: TypedDocument<D, V>,
  variables: V,
  token: string | null,
): Promise<D> {
  const answer = await post<D>(document.text, variables, token)
  if (token && codeOf(answer) === SIGNED_OUT) {
    return checked(await post<D>(document.text, variables, await renewed(token)))
  }
  return checked(answer)
}

async function post<D>(query: string, variables: unknown, token: string | null) {
  let response: Response
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout?.(PATIENCE_MS) ?? null,
    })
  } catch {
    throw OFFLINE()
  }
  try {
    return (await response.json()) as Answer<D>
  } catch {
    throw BROKEN()
  }
}

function checked<D>(answer: Answer<D>): D {
  const fault = answer.errors?.[0]
  if (!fault && answer.data) return answer.data
  const { code = '', messageBn, messageEn, retryAfter = 0 } = fault?.extensions ?? {}
  if (!messageBn || !messageEn) throw BROKEN()
  const kind = code === SIGNED_OUT ? 'signed-out' : 'server'
  throw new Fault(kind, messageBn, messageEn, code, retryAfter * 1000)
}

function codeOf(answer: Answer<unknown>): string {
  return answer.errors?.[0]?.extensions?.code ?? ''
}
