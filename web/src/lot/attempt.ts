/** One try to bid: it keeps its key until it is answered, so that sending it again is harmless. */
import { signal } from '@preact/signals'
import { PlaceBidDocument, type PlaceBidMutation, RegisterBidderDocument } from '../gql'
import { mutate } from '../net/client'
import { asFault, type Fault, isRefusal } from '../net/faults'

export type Answer = PlaceBidMutation['placeBid']
export type Accepted = Extract<Answer, { __typename: 'BidAccepted' }>
export type Refused = Exclude<Answer, Accepted>

export type Attempt = {
  amount: number
  key: string
  /** `lost`: sent, and no answer came; the same key may be sent again. */
  state: 'sending' | 'lost' | 'accepted' | 'refused'
  fault: Fault | null
  answer: Answer | null
}

/** The attempt that is shown beside the list; null when there is none. */
export const attempt = signal<Attempt | null>(null)

/** Send a bid, or send the lost one of the same amount again. Never throws. */
export async function send(lotId: string, amount: number): Promise<Answer | null> {
  const before = attempt.peek()
  if (before?.state === 'sending') return null
  const same = before?.state === 'lost' && before.amount === amount
  const key = same ? before.key : newKey()
  attempt.value = { amount, key, state: 'sending', fault: null, answer: null }
  try {
    const { placeBid: answer } = await mutate(PlaceBidDocument, { lotId, maximum: amount, key })
    const state = answer.__typename === 'BidAccepted' ? 'accepted' : 'refused'
    attempt.value = { amount, key, state, fault: null, answer }
    return answer
  } catch (thrown) {
    attempt.value = { amount, key, state: 'lost', fault: asFault(thrown), answer: null }
    return null
  }
}

/** Forget the attempt: it was seen in the list, or its words were read. */
export function settle(): void {
  attempt.value = null
}

/** Register the viewer at a haat; returns why not, or null. */
export async function register(haatId: string) {
  const { registerBidder } = await mutate(RegisterBidderDocument, { haatId })
  return isRefusal(registerBidder) ? registerBidder : null
}

/** Whether the list shows the attempt's bid already, so that it must not stand twice. */
export function stands(now: Attempt | null, bids: { line: number }[]): boolean {
  const answer = now?.answer
  return answer?.__typename === 'BidAccepted' && bids.some(bid => bid.line === answer.line)
}

function newKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
