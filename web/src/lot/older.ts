/** The bids of a lot's public log, newest first: what lies below the twenty that come live. */
import type { Bid } from './state'

type BidLine = {
  line: number
  at: string
  kind: string
  body: { bidder: number; price: number; leader: number }
}

export function olderBids(lines: unknown[]): Bid[] {
  return (lines as BidLine[])
    .filter(({ kind }) => kind === 'BID')
    .map(({ line, at, body }) => ({
      line,
      bidder: body.bidder,
      price: body.price,
      leader: body.leader,
      acceptedAt: at,
    }))
    .reverse()
}
