/** Signing in and out, and who may be somebody in the demo. */

import { signal } from '@preact/signals'
import type { ViewerFragment } from '../gql'
import {
  AskForCodeDocument,
  EndSessionDocument,
  EnterCodeDocument,
  ResumeSessionDocument,
  SaveNameDocument,
} from '../gql/session'
import { assisting } from './assisting'
import { askAnonymously, mutate } from './client'
import { isRefusal, type Refusal } from './faults'
import { reconnect } from './live'
import { type Credentials, hold, me, renewBy } from './tokens'

export { me } from './tokens'

export type Persona = { role: string; nameBn: string; nameEn: string; phone: string }
export type Demo = { code: string; personas: Persona[] }

/** The people of the demo; null where this is no demo. */
export const demo = signal<Demo | null>(null)

/** Whether the sign-in sheet is open, and who waits for how it ends. */
export const asking = signal<((signedIn: boolean) => void) | null>(null)

// The cookie cannot be read; without this mark every visitor would ask for a session that he has not.
const MARK = 'hmk.signed-in'

renewBy(async () => {
  const acted = assisting
  if (acted) throw await (await import('./assisted')).whyNot(acted)
  const { refreshSession } = await askAnonymously(ResumeSessionDocument, {})
  if (refreshSession.__typename === 'SignedIn') return credentialsOf(refreshSession)
  localStorage.removeItem(MARK)
  return null
})

/** Find out who was signed in here before. Never throws: without a line nobody is. */
export async function resume(): Promise<void> {
  const acted = assisting
  // The server says when it is over; this clock may be wrong.
  if (acted)
    return hold({ token: acted.token, endsAt: Number.POSITIVE_INFINITY, viewer: acted.citizen })
  if (!localStorage.getItem(MARK)) {
    hold(null)
    return
  }
  try {
    const { refreshSession } = await askAnonymously(ResumeSessionDocument, {})
    if (refreshSession.__typename === 'SignedIn') {
      return hold(credentialsOf(refreshSession))
    }
    localStorage.removeItem(MARK)
  } catch {
    // The mark stays: the next visit with a line finds the session.
  }
  hold(null)
}

/** Have a code sent; returns when another may be asked for (ms since 1970), or why not. */
export async function requestCode(phone: string): Promise<number | Refusal> {
  const { requestCode: said } = await askAnonymously(AskForCodeDocument, { phone })
  return isRefusal(said) ? said : Date.parse(said.resendAt)
}

/** Sign in; returns null when it worked, or why not. */
export async function signIn(phone: string, code: string): Promise<Refusal | null> {
  const { deviceOf } = await import('./device')
  const device = deviceOf(navigator.userAgent)
  const { confirmCode: said } = await askAnonymously(EnterCodeDocument, { phone, code, device })
  if (isRefusal(said)) return said
  localStorage.setItem(MARK, '1')
  hold(credentialsOf(said as SignedIn))
  reconnect()
  return null
}

export async function signOut(): Promise<void> {
  localStorage.removeItem(MARK)
  try {
    await mutate(EndSessionDocument, {})
  } finally {
    hold(null)
    reconnect()
  }
}

/** Keep the name that others see; returns why not, or null. */
export async function saveName(name: string): Promise<Refusal | null> {
  const { updateProfile: said } = await mutate(SaveNameDocument, { name })
  if (isRefusal(said)) return said
  me.value = said as ViewerFragment
  return null
}

/** Open the sign-in sheet over the page; true once somebody is signed in, false if it was closed. */
export function requireSignIn(): Promise<boolean> {
  if (me.value) return Promise.resolve(true)
  asking.value?.(false)
  return new Promise(resolve => {
    asking.value = signedIn => {
      asking.value = null
      resolve(signedIn)
    }
  })
}

/** Look whether this is a demo, and who may be somebody in it. */
export async function lookForDemo(): Promise<void> {
  try {
    const response = await fetch('/demo/personas.json')
    if (response.status === 200) demo.value = (await response.json()) as Demo
  } catch {
    // Outside the demo, or without a line, there is no bar.
  }
}

type SignedIn = { accessToken: string; accessTokenExpiresAt: string; me: ViewerFragment | null }

function credentialsOf(said: SignedIn): Credentials | null {
  return (
    said.me && {
      token: said.accessToken,
      endsAt: Date.parse(said.accessTokenExpiresAt),
      viewer: said.me,
    }
  )
}
