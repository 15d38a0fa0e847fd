/** Follows a shop while its page is open: what its owner changes is asked for anew. */
import { useEffect } from 'preact/hooks'
import type { FollowShopSubscription, FollowShopSubscriptionVariables } from '../gql'
import { FollowShopDocument } from '../gql/shop'
import { follow, type StreamItem } from '../net/live'

/** Call `changed` at each event of a shop, but not at the first state, which the page just brought. */
export function useShopNews(shopId: string | undefined, changed: () => void): void {
  useEffect(() => {
    if (!shopId) return
    let known = false
    return follow<FollowShopSubscription, FollowShopSubscriptionVariables, StreamItem>({
      document: FollowShopDocument,
      variables: { shopId },
      place: null,
      quiet: true,
      apply: () => {
        if (known) changed()
        known = true
      },
    })
  }, [shopId])
}
