/** Follows who is free among the providers of a kind in a place. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { WhoIsFreeSubscription, WhoIsFreeSubscriptionVariables } from '../gql'
import { WhoIsFreeDocument } from '../gql/services'
import { follow } from '../net/live'
import { type FreeItem, type Told, toldAfter } from './free'

type Item = { __typename: string }

/** Return what was told by provider; without a kind or a place nothing is followed. */
export function useFree(categoryId: string | undefined, within: string | undefined): Signal<Told> {
  const told = useSignal<Told>({})
  useEffect(() => {
    told.value = {}
    if (!categoryId || !within) return
    return follow<WhoIsFreeSubscription, WhoIsFreeSubscriptionVariables, FreeItem & Item>({
      document: WhoIsFreeDocument,
      variables: { categoryId, within },
      place: null,
      quiet: true,
      apply: item => {
        told.value = toldAfter(told.peek(), item)
      },
    })
  }, [categoryId, within])
  return told
}
