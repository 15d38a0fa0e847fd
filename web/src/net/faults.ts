/** Why something did not work, in both languages. */

export type FaultKind = 'offline' | 'server' | 'signed-out' | 'refused'

export class Fault extends Error {
  constructor(
    readonly kind: FaultKind,
    readonly bn: string,
    readonly en: string,
    readonly code = '',
    readonly retryAfterMs = 0,
  ) {
    super(en)
  }
}

/** What every typed refusal of the API carries. */
export type Refusal = {
  code: string
  messageBn: string
  messageEn: string
  field?: string | null
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'messageBn' in value && 'code' in value
}

export const OFFLINE = () =>
  new Fault(
    'offline',
    'ইন্টারনেট সংযোগ নেই। কিছু হারায়নি; আবার চেষ্টা করুন।',
    'There is no connection. Nothing is lost; try again.',
  )

export const BROKEN = () =>
  new Fault(
    'server',
    'আমাদের দিকে সমস্যা হয়েছে। একটু পরে আবার চেষ্টা করুন।',
    'Something is wrong on our side. Try again in a moment.',
  )

/** Return any thrown thing as a fault that can be shown. */
export function asFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown
  return navigator.onLine ? BROKEN() : OFFLINE()
}
