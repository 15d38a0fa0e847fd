/** What became of the viewer's attempt: on its way, lost, refused with a way on, or standing. */
import { type Attempt, attempt, settle, stands } from '../lot/attempt'
import type { LotView } from '../lot/state'
import { pick, t } from '../words/i18n'
import { money } from '../words/numbers'
import { Money } from './Money'

type Props = {
  lot: LotView
  again: (amount: number) => void
  ask: (amount: number) => void
}

export function Outcome({ lot, again, ask }: Props) {
  const now = attempt.value
  if (!now) return null
  if (now.state === 'lost') {
    return (
      <div class="notice bad" role="alert">
        <p>
          {now.fault && pick(now.fault)} {t('lot.lost')}
        </p>
        <button type="button" onClick={() => again(now.amount)}>
          {t('lot.again')}
        </button>
      </div>
    )
  }
  if (now.state === 'refused') return <Refusal now={now} ask={ask} />
  // Sent: it does not move the price, and once the list shows it, it stands there alone.
  if (now.state === 'sending' || !stands(now, lot.bids)) return <OwnRow now={now} />
  return null
}

function OwnRow({ now }: { now: Attempt }) {
  const { answer } = now
  if (answer?.__typename === 'BidAccepted') {
    if (!answer.silent) return null
    return (
      <p class="notice good" role="status">
        {t('lot.silent', { amount: money(answer.maximum) })}
      </p>
    )
  }
  return (
    <p class="own-row" role="status">
      <span>{t('lot.you')}</span>
      <Money paisa={now.amount} />
      <span>{t('lot.sending')}</span>
    </p>
  )
}

function Refusal({ now, ask }: { now: Attempt; ask: (amount: number) => void }) {
  const { answer } = now
  if (!answer || answer.__typename === 'BidAccepted') return null
  const least = answer.__typename === 'BidTooLow' ? answer.minimum : null
  return (
    <div class="notice bad" role="alert">
      <p>
        {least !== null
          ? t('lot.tooLow', { amount: money(least) })
          : 'messageBn' in answer && pick({ bn: answer.messageBn, en: answer.messageEn })}
      </p>
      {least !== null && (
        <button
          type="button"
          onClick={() => {
            settle()
            ask(least)
          }}
        >
          {t('lot.takeLeast', { amount: money(least) })}
        </button>
      )}
    </div>
  )
}
