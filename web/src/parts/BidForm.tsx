/** Where an amount is typed, checked, confirmed and sent; whatever happens, the amount stays. */
import { type Signal, useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { attempt, register, send, settle } from '../lot/attempt'
import { isFarAbove, type LotView, minimumOf, quickBids } from '../lot/state'
import { canAct } from '../net/live'
import { requireSignIn } from '../net/session'
import { pick, t } from '../words/i18n'
import { money, parseTaka } from '../words/numbers'
import { ConfirmBid } from './ConfirmBid'
import { Outcome } from './Outcome'
import { RegisterSheet } from './RegisterSheet'

/** `asked`: the amount that waits for a yes; the outbid bar sets it too. */
type Props = { lot: LotView; typed: Signal<string>; asked: Signal<number | null> }

export function BidForm({ lot, typed, asked }: Props) {
  const id = useId()
  const wrong = useSignal('')
  const registering = useSignal<number | null>(null)
  const least = minimumOf(lot)
  const sending = attempt.value?.state === 'sending'
  const off = !canAct.value || sending

  function check(amount: number | null) {
    wrong.value = ''
    if (amount === null) wrong.value = t('lot.notAmount')
    else if (amount < least) wrong.value = t('lot.tooLow', { amount: money(least) })
    else asked.value = amount
  }

  async function place(amount: number) {
    asked.value = null
    if (!(await requireSignIn())) return
    const answer = await send(lot.id, amount)
    if (answer?.__typename === 'BidAccepted') typed.value = ''
    if (answer?.__typename === 'BidTooLow') typed.value = plain(answer.minimum)
    if (answer?.__typename === 'NotEligible' && answer.reason === 'NOT_REGISTERED') {
      settle()
      registering.value = amount
    }
  }

  async function registered(amount: number) {
    const refused = await register(lot.haatId)
    if (refused) return pick({ bn: refused.messageBn, en: refused.messageEn })
    registering.value = null
    await place(amount)
    return null
  }

  return (
    <form
      class="bid-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        check(typed.value.trim() === '' ? least : parseTaka(typed.value))
      }}
    >
      <label for={id}>{t('lot.yourBid')}</label>
      <div class="bid-line">
        <input
          id={id}
          inputMode="decimal"
          autocomplete="off"
          placeholder={plain(least)}
          value={typed.value}
          aria-invalid={wrong.value ? true : undefined}
          aria-describedby={`${id}-said`}
          onInput={event => {
            typed.value = event.currentTarget.value
            wrong.value = ''
          }}
        />
        <button type="submit" disabled={off}>
          {t('lot.place')}
        </button>
      </div>
      <div class="steps">
        {quickBids(lot).map(({ steps, amount }) => (
          <button
            key={steps}
            type="button"
            class="plain"
            disabled={off}
            onClick={() => {
              typed.value = plain(amount)
              check(amount)
            }}
          >
            {money(amount)}
          </button>
        ))}
      </div>
      <p class="said" id={`${id}-said`} role="status">
        {wrong.value ? (
          <span class="error">{wrong.value}</span>
        ) : (
          <span class="soft">{t(canAct.value ? 'lot.proxy' : 'lot.waiting')}</span>
        )}
      </p>
      <Outcome lot={lot} again={amount => void place(amount)} ask={check} />
      {asked.value !== null && (
        <ConfirmBid
          amount={asked.value}
          far={isFarAbove(lot, asked.value)}
          yes={() => asked.value !== null && void place(asked.value)}
          no={() => {
            asked.value = null
          }}
        />
      )}
      {registering.value !== null && (
        <RegisterSheet
          register={() => registered(registering.value ?? 0)}
          close={() => {
            registering.value = null
          }}
        />
      )}
    </form>
  )
}

/** An amount without its sign, as it stands in the field. */
function plain(paisa: number): string {
  return money(paisa).replace('৳', '')
}
