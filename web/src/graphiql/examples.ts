/** The ready queries: what each is called, and what to ask it with right now. */
import { Kind, parse } from 'graphql'
import lotLog from './examples/lot-log.graphql?raw'
import myEvents from './examples/my-events.graphql?raw'
import placeBid from './examples/place-bid.graphql?raw'
import places from './examples/places.graphql?raw'
import runningLots from './examples/running-lots.graphql?raw'
import signIn from './examples/sign-in.graphql?raw'
import watchHaat from './examples/watch-haat.graphql?raw'
import watchLot from './examples/watch-lot.graphql?raw'
import type { FeaturedLot } from './featured'
import type { Demo } from './personas'

/** What the page learned when it started. */
export type Surroundings = { lot: FeaturedLot | null; demo: Demo | null }

export type Variables = Record<string, unknown>

export type Example = {
  titleBn: string
  titleEn: string
  query: string
  /** Names of its operations; GraphiQL calls a tab after one of them. */
  operations: string[]
  /** Whether opening it runs it too. What changes something is left to the person. */
  runs: 'always' | 'when signed in' | 'never'
  variables: (now: Surroundings) => Variables
}

type Told = Omit<Example, 'operations'>

// Any number will do where no lot is running: the answer says that there is no such lot.
const lotId = ({ lot }: Surroundings) => lot?.id ?? 'Lot:1'
const haatId = ({ lot }: Surroundings) => lot?.haatId ?? 'Haat:1'

// Paisa: a modest price for a cow.
const FIRST_MAXIMUM = 6_000_000
const THOUSAND_TAKA = 100_000

/** Return some 5 % more than the least bid, in whole thousands: others bid while one looks. */
function maximumFor(least: number): number {
  return Math.ceil((least * 1.05) / THOUSAND_TAKA) * THOUSAND_TAKA
}

const TOLD: Told[] = [
  {
    titleBn: 'সরাসরি ডাক',
    titleEn: 'Live bids',
    query: watchLot,
    runs: 'always',
    variables: now => ({ lotId: lotId(now) }),
  },
  {
    titleBn: 'হাটে এখন',
    titleEn: 'On the block',
    query: watchHaat,
    runs: 'always',
    variables: now => ({ haatId: haatId(now) }),
  },
  {
    titleBn: 'চলতি লট',
    titleEn: 'Running lots',
    query: runningLots,
    runs: 'always',
    variables: () => ({ first: 10 }),
  },
  {
    titleBn: 'ডাক দিন',
    titleEn: 'Place a bid',
    query: placeBid,
    runs: 'never',
    variables: now => ({
      input: {
        lotId: lotId(now),
        maximum: maximumFor(now.lot?.minimumNext ?? FIRST_MAXIMUM),
        idempotencyKey: freshKey(),
      },
    }),
  },
  {
    titleBn: 'ডাকের খাতা',
    titleEn: 'Public bid log',
    query: lotLog,
    runs: 'always',
    variables: now => ({ lotId: lotId(now) }),
  },
  {
    titleBn: 'উপজেলা ও জায়গা',
    titleEn: 'Places',
    query: places,
    runs: 'always',
    variables: () => ({ lat: 24.4449, lng: 90.7766 }),
  },
  {
    titleBn: 'সাইন ইন',
    titleEn: 'Sign in',
    query: signIn,
    runs: 'never',
    variables: ({ demo }) => ({
      phone: demo?.personas[0]?.phone ?? '+8801700000000',
      code: demo?.code ?? '000000',
    }),
  },
  {
    titleBn: 'আমার খবর',
    titleEn: 'My events',
    query: myEvents,
    runs: 'when signed in',
    variables: () => ({}),
  },
]

export const EXAMPLES: Example[] = TOLD.map(told => ({
  ...told,
  operations: operationsOf(told.query),
}))

function operationsOf(query: string): string[] {
  return parse(query).definitions.flatMap(definition =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  )
}

/** Return a new UUID. `crypto.randomUUID` is missing on plain http, as from a phone in the same house. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
