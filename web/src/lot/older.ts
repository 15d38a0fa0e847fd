/** The bids of a lot's public log, newest first: what lies below those that come live. */
import type { Bid } from './state'

type BidLine = {
  line: number
  at: string
  kind: string
  body: { bidder: number; price: number; leader: number; silent: boolean }
}

/** Return the bids that everybody saw; a leader's silent raise is in the log, but was none of them. */
export function olderBids(lines: unknown[]): Bid[] {
  return (lines as BidLine[])
    .filter(({ kind, body }) => kind === 'BID' && !body.silent)
    .map(({ line, at, body }) => ({
      line,
      bidder: body.bidder,
      price: body.price,
      leader: body.leader,
      acceptedAt: at,
    }))
    .reverse()
}
