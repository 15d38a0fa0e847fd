/** A lot, first as the server or a query tells it, then live. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import {
  FollowLotDocument,
  type FollowLotSubscription,
  type FollowLotSubscriptionVariables,
  LotPageDocument,
  LotViewerDocument,
  type LotViewerQuery,
} from '../gql'
import { query } from '../net/client'
import type { Fault } from '../net/faults'
import { follow, type Place } from '../net/live'
import { useQuery } from '../net/load'
import { me } from '../net/session'
import { after, type LotItem, type LotView } from './state'

export type Own = NonNullable<LotViewerQuery['lot']>

export type LiveLot = {
  lot: Signal<LotView | null>
  own: Signal<Own | null>
  /** True once it is known that there is no such lot. */
  gone: boolean
  fault: Fault | null
  reload: () => Promise<void>
  /** Ask again how the viewer stands. */
  look: () => Promise<void>
}

// A lot that is over says nothing more.
const LIVING = new Set(['OPEN', 'SCHEDULED'])

export function useLot(lotId: string): LiveLot {
  const first = useQuery(LotPageDocument, { lotId }, { boot: 'LotPage' })
  const lot = useSignal<LotView | null>(null)
  const own = useSignal<Own | null>(null)
  const place = useSignal<Place | null>(null)
  const found = first.data.value?.lotSnapshot
  if (found && place.peek() === null) {
    lot.value = found.lot
    place.value = { seq: found.seq, cursor: found.cursor }
  }
  const phase = lot.value?.phase ?? null
  const living = phase !== null && LIVING.has(phase)

  useEffect(() => {
    if (!living) return
    return follow<FollowLotSubscription, FollowLotSubscriptionVariables, LotItem & Item>({
      document: FollowLotDocument,
      variables: { lotId },
      place: place.peek(),
      apply: item => {
        if (lot.peek()) lot.value = after(lot.peek() as LotView, item)
        if (item.__typename === 'LotClosed') void look()
      },
    })
  }, [lotId, living])

  const viewer = me.value?.id
  useEffect(() => {
    own.value = null
    if (viewer) void look()
  }, [lotId, viewer])

  async function look() {
    if (!me.peek()) return
    const { lot: mine } = await query(LotViewerDocument, { lotId }).catch(() => ({ lot: null }))
    if (mine) own.value = mine
  }

  return {
    lot,
    own,
    gone: first.data.value !== null && !found,
    fault: first.fault.value,
    reload: first.reload,
    look,
  }
}

type Item = { __typename: string }
