import { expect, test } from 'vitest'
import { type Answer, Bidding, objection, type Ports } from '../src/lot/bidding'
import { BROKEN, OFFLINE } from '../src/net/faults'
import { accepted, lot, TAKA } from './lots'

const MINE = { bidder: 1, maximum: 50_000 * TAKA, leading: true }
const refusal = { messageBn: 'না', messageEn: 'no', field: null, retryable: true }

type Sent = { maximum: number; key: string }

/** Bidding whose answers are given in advance: an error is thrown. */
function bidding(answers: (Answer | Error)[], ports: Partial<Ports> = {}) {
  const sent: Sent[] = []
  const taken: number[] = []
  let keys = 0
  const made = new Bidding({
    newKey: () => `key-${++keys}`,
    signIn: async () => true,
    register: async () => null,
    accepted: answer => taken.push(answer.line),
    send: async (maximum, key) => {
      sent.push({ maximum, key })
      const answer = answers.shift()
      if (!answer || answer instanceof Error) throw answer ?? BROKEN()
      return answer
    },
    ...ports,
  })
  return { bidding: made, sent, taken }
}

function tooLow(minimum: number): Answer {
  return { __typename: 'BidTooLow', code: 'BID_TOO_LOW', minimum, ...refusal }
}

async function placed(made: Bidding, text: string, on = lot()): Promise<void> {
  made.type(text)
  await made.submit(on, null)
  await made.confirm(on, null)
}

test('an amount in Bengali digits is asked about before it is sent', async () => {
  const { bidding: made, sent } = bidding([accepted({})])

  made.type('৳৪১,০০০')
  await made.submit(lot(), null)
  expect(made.asked.value).toEqual({ kind: 'confirm', amount: 41_000 * TAKA, percent: 2 })
  expect(sent).toEqual([])

  await made.confirm(lot(), null)
  expect(sent).toEqual([{ maximum: 41_000 * TAKA, key: 'key-1' }])
  expect(made.typed.value).toBe('')
})

test('an empty field bids the least that would do', async () => {
  const { bidding: made } = bidding([])

  await made.submit(lot(), null)

  expect(made.asked.value?.amount).toBe(40_000 * TAKA)
})

test('what cannot be a bid is said at once and not sent', () => {
  const shown = lot({ price: 45_000 * TAKA, minimumNext: 46_000 * TAKA, leader: 1 })

  expect(objection(null, shown, null)).toEqual({ kind: 'amount' })
  expect(objection(46_000_50, shown, null)).toEqual({ kind: 'whole' })
  expect(objection(10_000_001 * TAKA, shown, null)?.kind).toBe('high')
  expect(objection(45_999 * TAKA, shown, null)).toEqual({ kind: 'low', amount: 46_000 * TAKA })
  expect(objection(50_000 * TAKA, shown, MINE)).toEqual({ kind: 'raise', amount: 50_000 * TAKA })
  expect(objection(50_001 * TAKA, shown, MINE)).toBeNull()
})

test('a bid that came too late puts the new minimum into the field, one tap from a yes', async () => {
  const { bidding: made, sent } = bidding([tooLow(43_000 * TAKA), accepted({})])
  await placed(made, '41000')

  expect(made.objection.value).toEqual({ kind: 'low', amount: 43_000 * TAKA })
  expect(made.typed.value).toBe('৪৩,০০০')
  expect(made.attempt.value).toBeNull()

  const moved = lot({ minimumNext: 43_000 * TAKA, price: 42_000 * TAKA })
  await made.submit(moved, null)
  await made.confirm(moved, null)
  expect(sent.map(each => each.key)).toEqual(['key-1', 'key-2'])
})

test('the price that passes a question is told instead of sending', async () => {
  const { bidding: made, sent } = bidding([])
  made.type('41000')
  await made.submit(lot(), null)

  await made.confirm(lot({ minimumNext: 42_000 * TAKA }), null)

  expect(sent).toEqual([])
  expect(made.typed.value).toBe('৪২,০০০')
})

test('a bid whose answer was lost is kept, and asked for with the same key', async () => {
  const { bidding: made, sent, taken } = bidding([OFFLINE(), OFFLINE(), accepted({ line: 5 })])
  await placed(made, '41000')
  expect(made.attempt.value).toMatchObject({ state: 'lost', amount: 41_000 * TAKA })

  await made.retry()
  expect(made.attempt.value?.state).toBe('lost')
  await made.retry()

  expect(sent.map(each => each.key)).toEqual(['key-1', 'key-1', 'key-1'])
  expect(taken).toEqual([5])
  expect(made.attempt.value).toBeNull()
})

test('who is new at the haat registers once, and the same bid goes on', async () => {
  const stranger: Answer = {
    __typename: 'NotEligible',
    code: 'NOT_ELIGIBLE',
    reason: 'NOT_REGISTERED',
    ...refusal,
  }
  const { bidding: made, sent, taken } = bidding([stranger, accepted({ line: 2 })])
  await placed(made, '41000')
  expect(made.asked.value).toEqual({ kind: 'register', amount: 41_000 * TAKA, key: 'key-1' })

  expect(await made.register('Sumaiya')).toBeNull()

  expect(made.asked.value).toBeNull()
  expect(sent.map(each => each.key)).toEqual(['key-1', 'key-1'])
  expect(taken).toEqual([2])
})

test('a refused registration keeps the question and sends nothing more', async () => {
  const nameless = { code: 'NAME_NEEDED', messageBn: 'নাম', messageEn: 'name' }
  const stranger: Answer = {
    __typename: 'NotEligible',
    code: 'NOT_ELIGIBLE',
    reason: 'NOT_REGISTERED',
    ...refusal,
  }
  const { bidding: made, sent } = bidding([stranger], { register: async () => nameless })
  await placed(made, '41000')

  expect(await made.register(null)).toBe(nameless)

  expect(made.asked.value?.kind).toBe('register')
  expect(sent).toHaveLength(1)
})

test('who gives up signing in finds the amount where it was', async () => {
  const { bidding: made, sent } = bidding([], { signIn: async () => false })

  made.type('৪১০০০')
  await made.submit(lot(), null)

  expect(made.asked.value).toBeNull()
  expect(made.typed.value).toBe('৪১,০০০')
  expect(sent).toEqual([])
})

test('a draft that was typed while the bid was on its way is kept', async () => {
  const made = new Bidding({
    newKey: () => 'key',
    signIn: async () => true,
    register: async () => null,
    accepted: () => undefined,
    send: async () => {
      made.type('99000')
      return accepted({})
    },
  })

  await placed(made, '41000')

  expect(made.typed.value).toBe('99000')
})

test('a closed lot is told in the words of the server', async () => {
  const closed: Answer = {
    __typename: 'LotNotOpen',
    code: 'LOT_NOT_OPEN',
    phase: 'CLOSED',
    ...refusal,
  }
  const { bidding: made } = bidding([closed])

  await placed(made, '41000')

  expect(made.objection.value).toEqual({ kind: 'refused', bn: 'না', en: 'no' })
})
