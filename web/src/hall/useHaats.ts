/** Follows the haats of the lots that are shown, so that prices tick on their cards. */
import { useEffect } from 'preact/hooks'
import type { FollowHaatSubscription, FollowHaatSubscriptionVariables } from '../gql'
import { FollowHaatDocument } from '../gql/hall'
import { follow } from '../net/live'
import type { Card, HaatItem } from './cards'

// A phone need not hear all fourteen haats at once.
const MOST_HAATS = 5

export function useHaats(cards: Card[], apply: (item: HaatItem) => void): void {
  const haats = [...new Set(cards.map(card => card.haatId))].slice(0, MOST_HAATS)
  useEffect(() => {
    const stops = haats.map(haatId =>
      follow<FollowHaatSubscription, FollowHaatSubscriptionVariables, HaatItem & Item>({
        document: FollowHaatDocument,
        variables: { haatId },
        place: null,
        apply,
      }),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }, [haats.join(' ')])
}

type Item = { __typename: string }
