/** Following streams: one socket a page, resumed by cursor, nothing missed and nothing twice. */
import { computed, signal } from '@preact/signals'
import { type Client, createClient } from 'graphql-ws'
import { assisting } from './assisting'
import { pushed } from './clock'
import type { TypedDocument } from './document'
import { Pulse } from './pulse'
import { freshToken, viewerKnown } from './tokens'

export type Connection = 'idle' | 'connecting' | 'live' | 'behind' | 'reconnecting' | 'offline'

/** How the line is; `idle` while nothing is followed. */
export const connection = signal<Connection>('idle')
/** Whether what is shown is of now, so that one may bid on it. */
export const canAct = computed(() => connection.value === 'live')

/** Where a stream stands: the number and the cursor of the last thing applied. */
export type Place = { seq: number; cursor: string }

// The shape every stream of the house has; each document selects at least these.
export type StreamItem = {
  __typename: string
  cursor?: string
  seq?: number
  serverNow?: string
  afterMs?: number
}

export type Following<D, V, I extends StreamItem> = {
  document: TypedDocument<D, V>
  /** The variables without `after`. */
  variables: Omit<V, 'after'>
  /** Where to go on; null begins with a snapshot. */
  place: Place | null
  /** Take a snapshot, a numbered event in its order, or an unnumbered one. */
  apply: (item: I) => void
  /** Whether nobody waits for what comes: a dead line may be noticed later. */
  quiet?: boolean
  /** Called when the stream was refused for good, with the server's words. */
  refused?: (bn: string, en: string) => void
}

const FIRST_WAIT_MS = 300
const LONGEST_WAIT_MS = 8_000
const LINGER_MS = 3_000
const HIDDEN_MS = 60_000
// The close codes after which another try cannot help.
const FATAL = new Set([4400, 4406, 4429])

let client: Client | null = null
let wasLive = false
let open = false
let hidden: ReturnType<typeof setTimeout> | undefined
let wake: (() => void) | null = null
let waitNext = 0
let asleep = false
const running = new Set<() => void>()
const hurried = new Set<() => void>()
const pulse = new Pulse(() => client?.terminate())

/**
 * Follow a stream until the returned function is called. Who acts for a citizen follows none: sockets
 * hear him as nobody, and his pages ask again instead (`load.ts`).
 */
export function follow<D, V, I extends StreamItem>(what: Following<D, V, I>): () => void {
  if (assisting) return () => {}
  let stop = () => {}
  // `graphql-ws` sends this very object anew at each reconnect: the cursor is written into it.
  const variables = { ...what.variables, after: what.place?.cursor ?? null }
  let last = what.place?.seq ?? null
  let beatsAhead = 0
  // Which asking is ours: what an earlier one still says, its end above all, concerns nobody.
  let asking = 0

  const take = (item: StreamItem) => {
    if (item.serverNow) pushed(item.serverNow)
    if (item.__typename === 'Heartbeat') return beat(item)
    beatsAhead = 0
    if (item.__typename === 'Reset') return
    if (item.__typename === 'Lagged') {
      connection.value = 'behind'
      return
    }
    if (item.__typename === 'Reconnect') {
      waitNext = item.afterMs ?? 0
      return
    }
    if (connection.value === 'behind') connection.value = 'live'
    if (item.seq === undefined || item.cursor === undefined) return what.apply(item as I)
    const isState = item.__typename.endsWith('Snapshot')
    if (!isState && last !== null) {
      if (item.seq <= last) return
      if (item.seq > last + 1) return again()
    }
    last = item.seq
    variables.after = item.cursor
    what.apply(item as I)
  }

  const beat = (item: StreamItem) => {
    beatsAhead = item.seq !== undefined && last !== null && item.seq > last ? beatsAhead + 1 : 0
    if (beatsAhead >= 2) again()
  }

  const again = () => {
    beatsAhead = 0
    stop()
    begin()
  }

  const begin = () => {
    const mine = ++asking
    const ours = () => mine === asking && running.has(again) && !asleep
    client ??= connect()
    stop = client.subscribe<Record<string, StreamItem>>(
      { query: what.document.text, variables },
      {
        next: ({ data, errors }) => {
          if (!ours()) return
          if (errors) return said(errors)
          for (const item of Object.values(data ?? {})) take(item)
        },
        // The socket stays, the stream ended (the server drains): come back after its wait.
        complete: () => {
          if (ours()) later(() => ours() && again())
        },
        error: fault => {
          if (!ours()) return
          if (Array.isArray(fault)) said(fault)
          else later(() => ours() && again())
        },
      },
    )
  }

  const said = (errors: readonly unknown[]) => {
    const first = errors[0] as { message: string; extensions?: Record<string, unknown> }
    const { messageBn, messageEn } = first.extensions ?? {}
    leave()
    what.refused?.(String(messageBn ?? first.message), String(messageEn ?? first.message))
  }

  const leave = () => {
    running.delete(again)
    hurried.delete(again)
    pulse.hurry(hurried.size > 0)
  }

  running.add(again)
  if (!what.quiet) hurried.add(again)
  pulse.hurry(hurried.size > 0)
  // From page to page the socket lingers: nobody says again that it is connected.
  if (open && connection.value === 'idle') connection.value = 'live'
  if (!asleep) begin()
  return () => {
    leave()
    stop()
    if (running.size === 0) connection.value = 'idle'
  }
}

/** Open the socket anew: who we are is said once, when it opens. */
export function reconnect(): void {
  // Each stream asks again by itself, after its last cursor, on the socket that follows.
  client?.terminate()
}

function connect(): Client {
  return createClient({
    url: async () => {
      await viewerKnown()
      return `${location.origin.replace(/^http/, 'ws')}/graphql`
    },
    lazyCloseTimeout: LINGER_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: fault => !(fault instanceof CloseEvent && FATAL.has(fault.code)),
    retryWait: tries => waitOrWake(pause(tries)),
    connectionParams: async () => {
      const token = await freshToken().catch(() => null)
      return token ? { authorization: `Bearer ${token}` } : {}
    },
    on: {
      connecting: () => {
        if (connection.value === 'idle') connection.value = 'connecting'
      },
      connected: socket => {
        pulse.start(socket as WebSocket)
        open = true
        connection.value = 'live'
        wasLive = true
        waitNext = 0
      },
      // `received` is false for a pong that we sent ourselves.
      pong: received => {
        if (received) pulse.answered()
      },
      closed: () => {
        open = false
        pulse.stop()
        connection.value = down()
      },
    },
  })
}

function down(): Connection {
  if (running.size === 0) return 'idle'
  if (!navigator.onLine) return 'offline'
  return wasLive ? 'reconnecting' : 'connecting'
}

/** Return the wait before a try: full jitter, doubling, or what the server asked for. */
export function pause(tries: number, random = Math.random()): number {
  const asked = waitNext
  waitNext = 0
  if (asked) return asked
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries) * (0.3 + 0.7 * random)
}

function waitOrWake(ms: number): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      wake = null
      resolve()
    }
    const timer = setTimeout(done, ms)
    wake = done
  })
}

function later(next: () => void): void {
  void waitOrWake(pause(0)).then(next)
}

function lookAgain(): void {
  if (running.size === 0) return
  wake?.()
}

/** Let the socket go while nobody looks: data cost money. */
function sleep(): void {
  asleep = true
  client?.terminate()
  void client?.dispose()
  client = null
}

function awake(): void {
  clearTimeout(hidden)
  if (asleep) {
    asleep = false
    for (const again of [...running]) again()
  }
  lookAgain()
}

export function watchPage(): void {
  addEventListener('offline', () => {
    if (running.size > 0) connection.value = 'offline'
    client?.terminate()
  })
  addEventListener('online', () => {
    if (connection.value === 'offline') connection.value = down()
    lookAgain()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hidden = setTimeout(sleep, HIDDEN_MS)
    else awake()
  })
  addEventListener('pageshow', event => {
    if (event.persisted) awake()
  })
}
