/** Work that is priced after a look at it: the lines of a quote, and the answer to it. */
import { useSignal } from '@preact/signals'
import {
  LeaveQuoteDocument,
  SendQuoteDocument,
  TakeQuoteDocument,
  WriteQuoteDocument,
} from '../../gql/booking'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field } from '../../parts/Field'
import { type Key, t } from '../../words/i18n'
import { money, parseTaka } from '../../words/numbers'
import type { Desk, View } from '../Booking'

const PRICED_IN = new Set(['CONFIRMED', 'IN_PROGRESS'])
const MOST_LINES = 20

export function Quotes({ booking, reload }: Desk) {
  const writes = booking.part === 'PROVIDER' && PRICED_IN.has(booking.state)
  if (booking.quotes.length === 0 && !writes) return null
  return (
    <section class="card stack" aria-label={t('booking.quotes')}>
      <h2>{t('booking.quotes')}</h2>
      {booking.quotes.map(quote => (
        <Quote key={quote.id} quote={quote} part={booking.part} reload={reload} />
      ))}
      {writes && <QuoteForm bookingId={booking.id} reload={reload} />}
    </section>
  )
}

type QuoteProps = { quote: View['quotes'][number]; part: string; reload: () => Promise<void> }

function Quote({ quote, part, reload }: QuoteProps) {
  const { wrong, busy, act } = useActing()
  const { id: quoteId } = quote

  async function answer(takes: boolean) {
    await act(`${takes ? 'take' : 'leave'} ${quoteId}`, async () => {
      if (takes) return (await mutate(TakeQuoteDocument, { quoteId })).acceptQuote
      return (await mutate(LeaveQuoteDocument, { quoteId })).rejectQuote
    })
    await reload()
  }

  return (
    <article class="stack">
      <ul>
        {quote.lines.map(line => (
          <li key={`${line.label} ${line.amount}`} class="row">
            <span>{line.label}</span> <span class="money">{money(line.amount)}</span>
          </li>
        ))}
      </ul>
      <p>
        <strong class="money">{money(quote.totalAmount)}</strong> ·{' '}
        {t(`booking.quote_${quote.state}` as Key)}
      </p>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {part === 'CITIZEN' && quote.state === 'SENT' && (
        <div class="row">
          <button type="button" disabled={busy.value} onClick={() => void answer(true)}>
            {t('booking.quoteTake')}
          </button>
          <button
            type="button"
            class="plain"
            disabled={busy.value}
            onClick={() => void answer(false)}
          >
            {t('booking.quoteLeave')}
          </button>
        </div>
      )}
    </article>
  )
}

type Line = { label: string; amount: string }

function QuoteForm({ bookingId, reload }: { bookingId: string; reload: () => Promise<void> }) {
  const lines = useSignal<Line[]>([{ label: '', amount: '' }])
  const unread = useSignal(false)
  const { wrong, busy, act } = useActing()
  const change = (at: number, part: Partial<Line>) => {
    lines.value = lines.peek().map((line, n) => (n === at ? { ...line, ...part } : line))
  }

  async function send() {
    const priced = lines.peek().map(({ label, amount }) => ({
      label: label.trim(),
      amount: parseTaka(amount) ?? 0,
    }))
    unread.value = priced.some(line => !line.label || !line.amount)
    if (unread.value) return
    const went = await act(`quote ${JSON.stringify(priced)}`, async idempotencyKey => {
      const input = { bookingId, lines: priced, note: '', idempotencyKey }
      const { writeQuote } = await mutate(WriteQuoteDocument, { input })
      if (writeQuote.__typename !== 'Quote') return writeQuote
      return (await mutate(SendQuoteDocument, { quoteId: writeQuote.id })).sendQuote
    })
    if (went) lines.value = [{ label: '', amount: '' }]
    await reload()
  }

  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      {lines.value.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
        <div key={at} class="seba-filters">
          <Field
            label={t('booking.quoteLabel')}
            value={line.label}
            maxLength={120}
            onValue={label => change(at, { label })}
          />
          <Field
            label={t('booking.quoteAmount')}
            inputMode="decimal"
            value={line.amount}
            error={unread.value && !parseTaka(line.amount) ? t('lot.notAmount') : null}
            onValue={amount => change(at, { amount })}
          />
        </div>
      ))}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <div class="row">
        <button type="submit" disabled={busy.value}>
          {t('booking.quoteWrite')}
        </button>
        {lines.value.length < MOST_LINES && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              lines.value = [...lines.peek(), { label: '', amount: '' }]
            }}
          >
            {t('booking.quoteMore')}
          </button>
        )}
      </div>
    </form>
  )
}
