// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TypedDocument } from '../src/net/document'

type Message = { type: string; id?: string; payload?: { variables: { after: string | null } } }

/** The far end of a line: takes what the page sends, and says what a test lets it say. */
class Line {
  static all: Line[] = []
  static get last(): Line {
    const line = Line.all.at(-1)
    if (!line) throw new Error('nothing was opened')
    return line
  }
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readyState = 1
  sent: Message[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: ((event: unknown) => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  answersPings = true

  constructor() {
    Line.all.push(this)
    queueMicrotask(() => this.onopen?.())
  }

  send(text: string): void {
    const message = JSON.parse(text) as Message
    this.sent.push(message)
    if (message.type === 'connection_init') this.say({ type: 'connection_ack' })
    if (message.type === 'ping' && this.answersPings) this.say({ type: 'pong' })
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.onclose?.(new CloseEvent('close', { code, reason, wasClean: code === 1000 }))
  }

  say(message: unknown): void {
    queueMicrotask(() => this.onmessage?.({ data: JSON.stringify(message) }))
  }

  get asked(): Message[] {
    return this.sent.filter(message => message.type === 'subscribe')
  }

  tell(item: Record<string, unknown>): void {
    const id = this.asked.at(-1)?.id
    this.say({ type: 'next', id, payload: { data: { events: item } } })
  }
}

const DOCUMENT = new TypedDocument<unknown, { id: string; after?: string | null }>(
  'subscription S($id: ID!, $after: Cursor) { events(id: $id, after: $after) { __typename } }',
)

let live: typeof import('../src/net/live')
let seen: string[]

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  vi.stubGlobal('WebSocket', Line)
  Line.all = []
  seen = []
  live = await import('../src/net/live')
  // Whether somebody is signed in is known before a line is opened.
  const tokens = await import('../src/net/tokens')
  tokens.hold(null)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settle = () => vi.advanceTimersByTimeAsync(0)
const bid = (seq: number) => ({ __typename: 'BidPlaced', seq, cursor: `c${seq}` })

async function following(place: { seq: number; cursor: string } | null = { seq: 4, cursor: 'c4' }) {
  const stop = live.follow({
    document: DOCUMENT,
    variables: { id: 'Lot:1' },
    place,
    apply: item => seen.push(`${item.__typename} ${item.seq}`),
  })
  await settle()
  return stop
}

test('it goes on from the place it was given', async () => {
  await following()

  expect(Line.last.asked[0]?.payload?.variables).toEqual({ id: 'Lot:1', after: 'c4' })
  expect(live.connection.value).toBe('live')
})

test('an event that was seen is dropped, one that is missing is asked for again', async () => {
  await following()
  Line.last.tell(bid(5))
  Line.last.tell(bid(5))
  Line.last.tell(bid(4))
  await settle()
  Line.last.tell(bid(7))
  await settle()

  expect(seen).toEqual(['BidPlaced 5'])
  expect(Line.last.asked.at(-1)?.payload?.variables.after).toBe('c5')

  Line.last.tell(bid(6))
  Line.last.tell(bid(7))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(seen).toEqual(['BidPlaced 5', 'BidPlaced 6', 'BidPlaced 7'])
  // The asking that was given up ended too; that is no reason to ask once more.
  expect(Line.all.flatMap(line => line.asked)).toHaveLength(2)
})

test('another viewer has the socket opened anew, and each stream asked for once', async () => {
  await following()
  Line.last.tell(bid(5))
  await settle()
  live.reconnect()
  await vi.advanceTimersByTimeAsync(10_000)

  expect(Line.all).toHaveLength(2)
  expect(Line.last.asked.map(asked => asked.payload?.variables.after)).toEqual(['c5'])
})

test('a page that nobody looks at for a minute lets the line go until it is seen again', async () => {
  live.watchPage()
  await following()
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(120_000)
  expect(Line.all).toHaveLength(1)
  expect(Line.last.readyState).toBe(3)

  hidden.mockReturnValue(false)
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(Line.all).toHaveLength(2)
  expect(Line.last.asked).toHaveLength(1)
})

test('after a break it says so, comes back by itself, and goes on after the last cursor', async () => {
  await following()
  Line.last.tell(bid(5))
  await settle()
  Line.last.close(1006)
  await settle()

  expect(live.connection.value).toBe('reconnecting')
  expect(live.canAct.value).toBe(false)

  await vi.advanceTimersByTimeAsync(8_000)
  expect(Line.all.length).toBeGreaterThan(1)
  expect(Line.last.asked[0]?.payload?.variables.after).toBe('c5')
  expect(live.connection.value).toBe('live')
})

test('a line that swallows everything is given up within fifteen seconds', async () => {
  await following()
  Line.last.answersPings = false
  const dead = Line.last
  await vi.advanceTimersByTimeAsync(15_000)

  expect(Line.last).not.toBe(dead)
})

test('a reset and its snapshot take the place of what was shown', async () => {
  await following()
  Line.last.tell({ __typename: 'Reset' })
  Line.last.tell({ __typename: 'LotSnapshot', seq: 2, cursor: 'n2' })
  Line.last.tell(bid(3))
  await settle()

  expect(seen).toEqual(['LotSnapshot 2', 'BidPlaced 3'])
})

test('what lagged is behind until the next event', async () => {
  await following()
  Line.last.tell({ __typename: 'Lagged' })
  await settle()
  expect(live.connection.value).toBe('behind')

  Line.last.tell(bid(5))
  await settle()
  expect(live.connection.value).toBe('live')
})

test('two heartbeats ahead of us have the stream asked for again', async () => {
  await following()
  Line.last.tell({ __typename: 'Heartbeat', seq: 6, cursor: 'c6' })
  await settle()
  expect(Line.last.asked).toHaveLength(1)

  Line.last.tell({ __typename: 'Heartbeat', seq: 6, cursor: 'c6' })
  await settle()
  expect(Line.last.asked).toHaveLength(2)
  expect(Line.last.asked[1]?.payload?.variables.after).toBe('c4')
})

test('what has no number is handed on as it comes', async () => {
  await following()
  Line.last.tell({ __typename: 'PriceMoved' })
  await settle()

  expect(seen).toEqual(['PriceMoved undefined'])
})

test('a stream refused for good is told, and not asked for again', async () => {
  const told: string[] = []
  live.follow({
    document: DOCUMENT,
    variables: { id: 'Lot:9' },
    place: null,
    apply: () => undefined,
    refused: (bn, en) => told.push(bn, en),
  })
  await settle()
  const refusal = { message: 'x', extensions: { messageBn: 'নেই', messageEn: 'None' } }
  Line.last.say({ type: 'error', id: Line.last.asked[0]?.id, payload: [refusal] })
  await vi.advanceTimersByTimeAsync(10_000)

  expect(told).toEqual(['নেই', 'None'])
  expect(Line.last.asked).toHaveLength(1)
})

test('nothing is followed any more: the badge is silent and the line is let go', async () => {
  const stop = await following()
  stop()
  await vi.advanceTimersByTimeAsync(10_000)

  expect(live.connection.value).toBe('idle')
  expect(Line.last.readyState).toBe(3)
})

test('waits grow to eight seconds and differ from phone to phone', () => {
  expect(live.pause(0, 1)).toBe(300)
  expect(live.pause(1, 0)).toBeCloseTo(180)
  expect(live.pause(20, 1)).toBe(8_000)
})

test('where nothing runs a line is asked seldom, and often again once something does', async () => {
  const pings = () => Line.last.sent.filter(message => message.type === 'ping').length
  const follow = (quiet: boolean) =>
    live.follow({ document: DOCUMENT, variables: { id: '7' }, place: null, apply: () => {}, quiet })
  follow(true)
  await settle()

  await vi.advanceTimersByTimeAsync(24_000)
  expect(pings()).toBe(0)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(pings()).toBe(1)

  const stop = follow(false)
  await vi.advanceTimersByTimeAsync(13_000)
  expect(pings()).toBe(4)
  stop()
  await vi.advanceTimersByTimeAsync(24_000)
  expect(pings()).toBe(4)
  expect(Line.all).toHaveLength(1)
})
