/** The people of the demo, and being one of them. */
import { ask, Refused } from './asking'
import signInQuery from './examples/sign-in.graphql?raw'
import sessionQuery from './session.graphql?raw'

export type Persona = { phone: string; nameBn: string; nameEn: string }
export type Demo = { code: string; personas: Persona[] }

/** Return the demo's people and their code; null where this is no demo. */
export async function fetchDemo(): Promise<Demo | null> {
  try {
    const response = await fetch('/demo/personas.json')
    // Outside demo mode there is nothing here.
    if (response.status !== 200) return null
    const demo = (await response.json()) as Demo
    return demo.personas.length > 0 ? demo : null
  } catch {
    return null
  }
}

type Outcome = {
  accessToken?: string
  me?: { phone: string } | null
  messageBn?: string
  messageEn?: string
}

// Access tokens stay in memory; the refresh token is in a cookie that we cannot read. Whose it is
// has to be remembered beside it.
const tokens = new Map<string, string>()
const COOKIE_OF = 'hmk.signed-in'
// A token that is about to end would end in the middle of what it is for.
const LEAST_LEFT_MS = 60_000

/**
 * Return an access token of the persona. Throws `Refused`.
 *
 * A code is asked for last: a phone gets few of them in a day, and a demo's phones are everybody's.
 */
export async function signIn(persona: Persona, code: string): Promise<string> {
  const known = tokens.get(persona.phone)
  if (known && endOf(known) > Date.now() + LEAST_LEFT_MS) return known
  const token = (await resumed(persona)) ?? (await signedInByCode(persona.phone, code))
  tokens.set(persona.phone, token)
  localStorage.setItem(COOKIE_OF, persona.phone)
  return token
}

/** Return who was signed in when this browser was here last, with a new token; null if nobody. */
export async function resume(demo: Demo): Promise<{ persona: Persona; token: string } | null> {
  const phone = localStorage.getItem(COOKIE_OF)
  const persona = demo.personas.find(each => each.phone === phone)
  const token = persona && (await resumed(persona))
  if (!persona || !token) return null
  tokens.set(persona.phone, token)
  return { persona, token }
}

/** End the persona's session. */
export async function signOut(persona: Persona): Promise<void> {
  const token = tokens.get(persona.phone)
  tokens.delete(persona.phone)
  localStorage.removeItem(COOKIE_OF)
  if (token) await ask(sessionQuery, { operationName: 'Leave', token })
}

async function resumed(persona: Persona): Promise<string | null> {
  if (localStorage.getItem(COOKIE_OF) !== persona.phone) return null
  try {
    const answer = await ask<Record<string, Outcome>>(sessionQuery, { operationName: 'Resume' })
    const { accessToken, me } = checked(answer)
    if (accessToken && me?.phone === persona.phone) return accessToken
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
  }
  localStorage.removeItem(COOKIE_OF)
  return null
}

async function signedInByCode(phone: string, code: string): Promise<string> {
  const requested = { variables: { phone }, operationName: 'RequestCode' }
  checked(await ask<Record<string, Outcome>>(signInQuery, requested))
  const confirmed = { variables: { phone, code }, operationName: 'ConfirmCode' }
  const { accessToken } = checked(await ask<Record<string, Outcome>>(signInQuery, confirmed))
  if (!accessToken) throw new Refused('সাইন ইন হলো না।', 'Signing in did not work.')
  return accessToken
}

function checked(data: Record<string, Outcome>): Outcome {
  const outcome = Object.values(data)[0] ?? {}
  if (outcome.messageEn) throw new Refused(outcome.messageBn ?? '', outcome.messageEn)
  return outcome
}

/** Return when a token ends, in milliseconds since 1970; 0 if it does not say. */
export function endOf(token: string): number {
  try {
    const middle = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const claims = JSON.parse(atob(middle)) as { exp?: number }
    return (claims.exp ?? 0) * 1000
  } catch {
    return 0
  }
}
