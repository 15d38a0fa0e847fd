/** A lot's log told in plain sentences. Pure. */
import { learn } from '../words/bn'
import { log as words } from '../words/bn/log'
import { t } from '../words/i18n'
import { money } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import type { LogLine } from './chain'

learn(words)

type Terms = {
  start: number
  starts_at: string
  ends_at: string
  reserve_commitment: string | null
}
type Bid = { bidder: number; silent: boolean; price: number; leader: number; ends_at: string }
type Voided = { bidder: number; price: number | null; leader: number | null; reason: string }
type Closed = {
  outcome: string
  why: string | null
  winner: number | null
  price: number | null
  deciding_line: number | null
  reserve: { amount: number } | null
  openings: { line: number; maximum: number }[]
}

export type Told = { line: number; at: string; hash: string; previous: string; sentences: string[] }

/** Return each line with what it says, the oldest first. */
export function story(lines: LogLine[]): Told[] {
  const maxima = openedMaxima(lines)
  return lines.map((line, place) => ({
    line: line.line,
    at: line.at,
    hash: line.hash,
    previous: line.previous,
    sentences: sentencesOf(line, endBefore(lines, place), maxima.get(line.line) ?? null),
  }))
}

function sentencesOf(line: LogLine, endBefore: string | null, maximum: number | null): string[] {
  const body: unknown = line.body
  switch (line.kind) {
    case 'SCHEDULED':
    case 'RESCHEDULED':
      return terms(body as Terms, line.kind === 'SCHEDULED' ? 'log.scheduled' : 'log.rescheduled')
    case 'BID':
      return bid(body as Bid, endBefore, maximum)
    case 'BIDS_VOIDED':
      return voided(body as Voided)
    case 'VOIDED':
      return [t('log.voided', { reason: (body as { reason: string }).reason })]
    case 'WITHDRAWN':
      return [t('log.withdrawn')]
    case 'CLOSED':
      return closed(body as Closed)
    default:
      return [line.kind]
  }
}

function terms(body: Terms, key: 'log.scheduled' | 'log.rescheduled'): string[] {
  const times = { starts: moment(body.starts_at), ends: moment(body.ends_at) }
  return [
    t(key, { amount: money(body.start), ...times }),
    t(body.reserve_commitment ? 'log.reserveSealed' : 'log.noReserve'),
  ]
}

function bid(body: Bid, endBefore: string | null, maximum: number | null): string[] {
  const said: string[] = []
  if (body.silent) said.push(t('log.silent', { n: body.bidder }))
  else {
    const key = body.leader === body.bidder ? 'log.bid' : 'log.bidBeaten'
    said.push(t(key, { n: body.bidder, amount: money(body.price), leader: body.leader }))
  }
  if (endBefore && body.ends_at > endBefore) {
    said.push(t('log.extended', { time: clockTime(body.ends_at, { seconds: true }) }))
  }
  if (maximum !== null) said.push(t('log.maximum', { amount: money(maximum) }))
  return said
}

function voided(body: Voided): string[] {
  const said = [t('log.bidsVoided', { n: body.bidder, reason: body.reason })]
  if (body.price !== null && body.leader !== null) {
    said.push(t('log.standsNow', { amount: money(body.price), leader: body.leader }))
  }
  return said
}

function closed(body: Closed): string[] {
  const said =
    body.outcome === 'SOLD'
      ? [t('log.sold', { n: body.winner ?? 0, amount: money(body.price ?? 0) })]
      : [t(body.why === 'NO_BIDS' ? 'log.unsoldNoBids' : 'log.unsoldReserve')]
  if (body.reserve) said.push(t('log.reserveWas', { amount: money(body.reserve.amount) }))
  if (body.openings.length > 0) said.push(t('log.opened', { n: body.openings.length }))
  return said
}

function openedMaxima(lines: LogLine[]): Map<number, number> {
  const last = lines.find(line => line.kind === 'CLOSED')?.body as Closed | undefined
  return new Map(last?.openings.map(({ line, maximum }) => [line, maximum]))
}

function endBefore(lines: LogLine[], place: number): string | null {
  return (lines[place - 1]?.body.ends_at as string | undefined) ?? null
}

function moment(at: string): string {
  return `${longDate(at)}, ${clockTime(at)}`
}
