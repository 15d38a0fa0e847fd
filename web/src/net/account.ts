/** The viewer's own stream: outbid, won, offers, what officers decided. */
import { useEffect } from 'preact/hooks'
import type { FollowAccountSubscription, FollowAccountSubscriptionVariables } from '../gql'
import { FollowAccountDocument } from '../gql/mine'
import { follow } from './live'
import { me } from './session'

export type AccountItem = FollowAccountSubscription['accountEvents']

/** Hear what concerns the viewer while this page is shown; nothing when nobody is signed in. */
export function useAccount(heard: (item: AccountItem) => void): void {
  const viewer = me.value?.id
  useEffect(() => {
    if (!viewer) return
    return follow<
      FollowAccountSubscription,
      FollowAccountSubscriptionVariables,
      AccountItem & Item
    >({ document: FollowAccountDocument, variables: {}, place: null, apply: heard, quiet: true })
  }, [viewer])
}

type Item = { __typename: string }
