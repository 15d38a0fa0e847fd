/** The lot that the page shows first. */
import { ask } from './asking'
import query from './featured-lot.graphql?raw'

export type FeaturedLot = {
  id: string
  titleBn: string
  titleEn: string
  /** Paisa. */
  minimumNext: number | null
  haatId: string
}

type Running = FeaturedLot & { bidCount: number; endsAt: string; serverNow: string }

/** A lot that is about to end is no place to begin watching. */
const WORTH_WATCHING_MS = 45_000

/** Return the liveliest running lot; null if none is running. Throws `Refused`. */
export async function featuredLot(): Promise<FeaturedLot | null> {
  const { lots } = await ask<{ lots: { edges: { node: Running }[] } }>(query)
  return liveliest(lots.edges.map(edge => edge.node))
}

/** Return the lot with the most bids of those that go on for a while; else any. */
export function liveliest(lots: Running[]): Running | null {
  const lasting = lots.filter(
    lot => Date.parse(lot.endsAt) - Date.parse(lot.serverNow) > WORTH_WATCHING_MS,
  )
  const [first] = lasting.length > 0 ? lasting.sort((a, b) => b.bidCount - a.bidCount) : lots
  return first ?? null
}
