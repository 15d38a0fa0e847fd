/** A lot, first as the server or a query tells it, then live; and how the viewer stands on it. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { FollowLotSubscription, FollowLotSubscriptionVariables, LotMoreQuery } from '../gql'
import {
  FollowLotDocument,
  LotMoreDocument,
  LotPageDocument,
  LotViewerDocument,
  PlaceBidDocument,
  RegisterBidderDocument,
} from '../gql/lot'
import { mutate, query } from '../net/client'
import { observe } from '../net/clock'
import { type Fault, isRefusal } from '../net/faults'
import { InOrder } from '../net/inorder'
import { connection, follow, type Place } from '../net/live'
import { useQuery } from '../net/load'
import { me, requireSignIn, saveName } from '../net/session'
import { savesData } from '../net/thrift'
import { toast } from '../parts/Toast'
import { t } from '../words/i18n'
import { money } from '../words/numbers'
import { Bidding, type Own } from './bidding'
import { after, isOver, type LotItem, type LotView, withOwn } from './state'
import { followPrice, readStand } from './thrift'

export type More = NonNullable<LotMoreQuery['lot']>

export type LiveLot = {
  lot: Signal<LotView | null>
  own: Signal<Own>
  /** Whether the viewer sells this very animal. */
  selling: Signal<boolean>
  won: Signal<boolean>
  /** What is shown further down; null until it is there. */
  more: Signal<More | null>
  bidding: Bidding
  /** True once it is known that there is no such lot. */
  gone: boolean
  fault: Fault | null
  reload: () => Promise<void>
  /** Read the newest bids, which are not told where data are saved. */
  readStand: () => Promise<void>
}

// Long enough to read what happened, short enough to learn before the lot is over.
const RETRY_MS = 2_000

type Item = { __typename: string }

export function useLot(lotId: string): LiveLot {
  const first = useQuery(LotPageDocument, { lotId }, { boot: 'LotPage' })
  const lot = useSignal<LotView | null>(null)
  const place = useSignal<Place | null>(null)
  const booted = useMemo(() => first.data.peek() !== null, [])
  const found = first.data.value?.lotSnapshot
  if (found && place.peek() === null) {
    lot.value = found.lot
    place.value = { seq: found.seq, cursor: found.cursor }
    if (booted) trustClock(found.serverNow)
  }
  const { own, selling, won, look } = useViewer(lotId)
  const more = useMore(lotId)
  const bidding = useMemo(() => biddingOn(lotId, lot, own), [lotId])
  const living = lot.value !== null && !isOver(lot.value)
  const thrifty = savesData.value

  useEffect(() => {
    if (!living) return
    if (thrifty) return followPrice(lotId, lot, () => void look())
    return follow<FollowLotSubscription, FollowLotSubscriptionVariables, LotItem & Item>({
      document: FollowLotDocument,
      variables: { lotId },
      place: place.peek(),
      apply: item => {
        if (lot.peek()) lot.value = after(lot.peek() as LotView, item)
        if (item.__typename === 'LotClosed' || item.__typename === 'BidsVoided') void look()
      },
    })
  }, [lotId, living, thrifty])

  useRetries(bidding)

  // The seller of a lot that is not public yet is known only once he is signed in.
  const gone = first.data.value !== null && !found
  const viewer = me.value?.id
  useEffect(() => {
    if (gone && viewer) void first.reload()
  }, [gone, viewer])

  return {
    lot,
    own,
    selling,
    won,
    more,
    bidding,
    gone,
    fault: first.fault.value,
    reload: first.reload,
    readStand: () => readStand(lotId, lot),
  }
}

/** While the line stands, ask what became of a bid whose answer was lost; a refusal is not asked again. */
function useRetries(bidding: Bidding): void {
  const live = connection.value === 'live'
  const attempt = bidding.attempt.value
  const unknown =
    attempt?.state === 'lost' && (attempt.fault === null || attempt.fault.kind === 'offline')
  useEffect(() => {
    if (!live || !unknown) return
    const timer = setTimeout(() => void bidding.retry(), RETRY_MS)
    return () => clearTimeout(timer)
  }, [live, unknown, bidding])
}

function useViewer(lotId: string) {
  const own = useSignal<Own>(null)
  const selling = useSignal(false)
  const won = useSignal(false)
  const asking = useMemo(() => new InOrder(), [])
  const viewer = me.value?.id

  async function look() {
    if (!me.peek()) return
    await asking
      .take(
        () => query(LotViewerDocument, { lotId }),
        ({ lot }) => {
          if (!lot) return
          own.value = lot.mine
          won.value = lot.mine?.won ?? false
          selling.value = lot.animal.mine
        },
      )
      .catch(() => undefined)
  }

  useEffect(() => {
    asking.forget()
    own.value = null
    selling.value = false
    won.value = false
    if (viewer) void look()
  }, [lotId, viewer])
  return { own, selling, won, look }
}

function useMore(lotId: string) {
  const more = useSignal<More | null>(null)
  const viewer = me.value?.id
  const known = me.value !== undefined
  useEffect(() => {
    if (!known) return
    let wanted = true
    query(LotMoreDocument, { lotId }).then(
      ({ lot }) => {
        if (wanted) more.value = lot
      },
      () => undefined, // the page is whole without it
    )
    return () => {
      wanted = false
    }
  }, [lotId, viewer, known])
  return more
}

function biddingOn(lotId: string, lot: Signal<LotView | null>, own: Signal<Own>): Bidding {
  return new Bidding({
    newKey,
    signIn: requireSignIn,
    send: async (maximum, key) =>
      (await mutate(PlaceBidDocument, { lotId, maximum, key })).placeBid,
    register: async name => {
      const unnamed = name ? await saveName(name) : null
      if (unnamed) return unnamed
      const haatId = lot.peek()?.haatId ?? ''
      const { registerBidder } = await mutate(RegisterBidderDocument, { haatId })
      return isRefusal(registerBidder) ? registerBidder : null
    },
    accepted: answer => {
      const { bidder, maximum, leading } = answer
      own.value = { bidder, maximum, leading }
      if (lot.peek()) lot.value = withOwn(lot.peek() as LotView, answer)
      // The bids between were not told: without them the viewer's own would stand beside a hole.
      if (savesData.peek()) void readStand(lotId, lot).catch(() => undefined)
      if (answer.silent) toast(t('lot.silent', { amount: money(maximum) }))
    },
  })
}

/** The page itself came with a server time: good until the clock is measured, so that no wrong time flashes. */
function trustClock(serverNow: string): void {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  // From a worker's store, without a line, the page may be hours old.
  if (page && navigator.onLine && page.responseStart > page.requestStart) {
    observe(serverNow, page.requestStart, page.responseStart)
  }
}

function newKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
