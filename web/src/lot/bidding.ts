/** One person's bidding on one lot: what is typed, asked, sent, and what became of it. */
import { signal } from '@preact/signals'
import type { PlaceBidMutation } from '../gql'
import { asFault, type Fault, type Refusal } from '../net/faults'
import { money, parseTaka } from '../words/numbers'
import { type Accepted, type LotView, minimumOf, percentOver } from './state'

export type Answer = PlaceBidMutation['placeBid']

/** The viewer's own stand on the lot; null: he has not bid. */
export type Own = { bidder: number; maximum: number; leading: boolean } | null

/** Why an amount will not do. `low` and `raise` carry the amount to reach or to pass; `short`: a deposit helps. */
export type Objection =
  | { kind: 'amount' | 'whole' }
  | { kind: 'high' | 'low' | 'raise'; amount: number }
  | { kind: 'refused'; bn: string; en: string; short?: boolean }

/** What the page asks before it sends. `percent`: how far above the price. */
export type Question =
  | { kind: 'confirm'; amount: number; percent: number }
  | { kind: 'register'; amount: number; key: string }

/** A bid on its way. `lost`: sent, and no answer came; the same key finds out what became of it. */
export type Attempt = {
  amount: number
  key: string
  state: 'sending' | 'lost'
  fault: Fault | null
}

export type Ports = {
  send: (maximum: number, key: string) => Promise<Answer>
  /** Register at the haat, after saving a name if one was needed. */
  register: (name: string | null) => Promise<Refusal | null>
  signIn: () => Promise<boolean>
  newKey: () => string
  accepted: (answer: Accepted) => void
}

// rules.md 2.8: no maximum above ten million taka.
export const HIGHEST = 1_000_000_000
/** More than so much over the price is asked about twice. */
export const FAR_PERCENT = 20

/** Return what speaks against an amount, as far as can be known here; null: nothing. */
export function objection(amount: number | null, lot: LotView, own: Own): Objection | null {
  if (amount === null) return { kind: 'amount' }
  if (amount % 100 !== 0) return { kind: 'whole' }
  if (amount > HIGHEST) return { kind: 'high', amount: HIGHEST }
  if (own && lot.leader === own.bidder) {
    return amount > own.maximum ? null : { kind: 'raise', amount: own.maximum }
  }
  const least = minimumOf(lot)
  return amount < least ? { kind: 'low', amount: least } : null
}

export class Bidding {
  /** What stands in the field; it survives whatever happens to the page around it. */
  readonly typed = signal('')
  readonly objection = signal<Objection | null>(null)
  readonly asked = signal<Question | null>(null)
  readonly attempt = signal<Attempt | null>(null)

  constructor(private readonly ports: Ports) {}

  type(text: string): void {
    this.typed.value = text
    this.objection.value = null
  }

  /** Take what is typed, or the least that would do, and ask whether it is meant. */
  async submit(lot: LotView, own: Own): Promise<void> {
    const text = this.typed.peek().trim()
    await this.ask(text === '' && !leads(lot, own) ? minimumOf(lot) : parseTaka(text), lot, own)
  }

  /** Ask whether an amount is meant. Who is not signed in does so first, and finds it again. */
  async ask(amount: number | null, lot: LotView, own: Own): Promise<void> {
    this.objection.value = objection(amount, lot, own)
    if (this.objection.value || amount === null) return
    this.typed.value = plain(amount)
    if (!(await this.ports.signIn())) return
    this.asked.value = { kind: 'confirm', amount, percent: percentOver(lot, amount) }
  }

  /** Do nothing of what was asked; the amount stays in the field. */
  leave(): void {
    this.asked.value = null
  }

  /** Send what was confirmed, unless the price has gone past it meanwhile. */
  async confirm(lot: LotView, own: Own): Promise<void> {
    const { asked } = this
    if (asked.value?.kind !== 'confirm') return
    const { amount } = asked.value
    asked.value = null
    this.objection.value = objection(amount, lot, own)
    if (this.objection.value?.kind === 'low') this.typed.value = plain(minimumOf(lot))
    if (!this.objection.value) await this.send(amount, this.ports.newKey())
  }

  /** Register at the haat in the middle of a bid, then go on with it; returns why not. */
  async register(name: string | null): Promise<Refusal | null> {
    const { asked } = this
    if (asked.value?.kind !== 'register') return null
    const refused = await this.ports.register(name)
    if (refused) return refused
    const { amount, key } = asked.value
    asked.value = null
    await this.send(amount, key)
    return null
  }

  /** Ask what became of a bid whose answer was lost: the same key can count only once. */
  async retry(): Promise<void> {
    const now = this.attempt.peek()
    if (now?.state === 'lost') await this.send(now.amount, now.key)
  }

  private async send(amount: number, key: string): Promise<void> {
    this.attempt.value = { amount, key, state: 'sending', fault: null }
    let answer: Answer
    try {
      answer = await this.ports.send(amount, key)
    } catch (thrown) {
      const fault = asFault(thrown)
      this.attempt.value = { amount, key, state: 'lost', fault }
      if (fault.kind === 'signed-out' && (await this.ports.signIn())) await this.retry()
      return
    }
    this.take(answer, amount, key)
  }

  private take(answer: Answer, amount: number, key: string): void {
    this.attempt.value = null
    switch (answer.__typename) {
      case 'BidAccepted':
        // Somebody who typed on meanwhile keeps what he typed.
        if (parseTaka(this.typed.peek()) === amount) this.typed.value = ''
        this.objection.value = null
        this.ports.accepted(answer)
        return
      case 'BidTooLow':
        this.typed.value = plain(answer.minimum)
        this.objection.value = { kind: 'low', amount: answer.minimum }
        return
      case 'MaxNotRaised':
        this.objection.value = { kind: 'raise', amount: answer.maximum }
        return
      case 'InProgress':
        this.attempt.value = { amount, key, state: 'lost', fault: null }
        return
      default:
        if (answer.__typename === 'NotEligible' && answer.reason === 'NOT_REGISTERED') {
          this.asked.value = { kind: 'register', amount, key }
          return
        }
        this.objection.value = {
          kind: 'refused',
          bn: answer.messageBn,
          en: answer.messageEn,
          ...(answer.__typename === 'InsufficientDeposit' && { short: true }),
        }
    }
  }
}

/** Return an amount as it stands in the field: without its sign. */
export function plain(paisa: number): string {
  return money(paisa).replace('৳', '')
}

function leads(lot: LotView, own: Own): boolean {
  return own !== null && lot.leader === own.bidder
}
