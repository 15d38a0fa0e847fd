/** The offers between a buyer and the seller, oldest first, and the answers that are possible now. */
import { useSignal } from '@preact/signals'
import type { OfferLineFragment } from '../../gql'
import {
  AcceptOfferDocument,
  CounterOfferDocument,
  RejectOfferDocument,
  WithdrawOfferDocument,
} from '../../gql/sale'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { AmountForm } from '../../parts/AmountForm'
import { ConfirmAmount } from '../../parts/ConfirmAmount'
import { type Key, t } from '../../words/i18n'
import { money } from '../../words/numbers'
import { clockTime } from '../../words/time'

type Props = { offers: OfferLineFragment[]; selling: boolean; reload: () => Promise<void> }

export function Thread({ offers, selling, reload }: Props) {
  const inOrder = [...offers].sort((one, other) => one.madeAt.localeCompare(other.madeAt))
  const open = inOrder.find(offer => offer.state === 'PENDING')
  return (
    <section class="card stack" aria-label={t('sale.offers')}>
      <h2>{t('sale.offers')}</h2>
      <ol class="thread" aria-live="polite">
        {inOrder.map(offer => (
          <li key={offer.id} class={offer.mine ? 'own' : ''}>
            <span>{speaker(offer, selling)}</span> <strong>{money(offer.amount)}</strong>{' '}
            <span class="soft">
              {clockTime(offer.madeAt)} · {t(`sale.${offer.state}` as Key)}
            </span>
          </li>
        ))}
      </ol>
      {open && <Answer offer={open} reload={reload} />}
    </section>
  )
}

function speaker(offer: OfferLineFragment, selling: boolean): string {
  if (offer.mine) return t('sale.youSaid')
  return selling ? offer.buyerName : t('sale.sellerSaid')
}

type Acts = 'accept' | 'reject' | 'withdraw'

function Answer({ offer, reload }: { offer: OfferLineFragment; reload: () => Promise<void> }) {
  const asked = useSignal(false)
  const { wrong, busy, act } = useActing()

  async function answer(how: Acts) {
    asked.value = false
    await act(`${how} ${offer.id}`, async key => {
      const { id: offerId } = offer
      if (how === 'accept') return (await mutate(AcceptOfferDocument, { offerId, key })).acceptOffer
      if (how === 'reject') return (await mutate(RejectOfferDocument, { offerId })).rejectOffer
      return (await mutate(WithdrawOfferDocument, { offerId })).withdrawOffer
    })
    await reload()
  }

  async function counter(amount: number) {
    await act(`counter ${offer.id} ${amount}`, async key => {
      const variables = { offerId: offer.id, amount, key }
      return (await mutate(CounterOfferDocument, variables)).counterOffer
    })
    await reload()
  }

  return (
    <div class="stack">
      <p class={offer.mine ? 'soft' : 'notice'}>
        {t(offer.mine ? 'sale.theirTurn' : 'sale.yourTurn')},{' '}
        {t('sale.until', { time: clockTime(offer.expiresAt) })}
      </p>
      {offer.mine ? (
        <button
          type="button"
          class="plain"
          disabled={busy.value}
          onClick={() => void answer('withdraw')}
        >
          {t('sale.withdraw')}
        </button>
      ) : (
        <>
          <div class="row">
            <button
              type="button"
              disabled={busy.value}
              onClick={() => {
                asked.value = true
              }}
            >
              {t('sale.accept')}
            </button>
            <button
              type="button"
              class="plain"
              disabled={busy.value}
              onClick={() => void answer('reject')}
            >
              {t('sale.reject')}
            </button>
          </div>
          {offer.canBeCountered && (
            <AmountForm
              label={t('sale.offer')}
              go={t('sale.counter')}
              busy={busy.value}
              ask={amount => void counter(amount)}
            />
          )}
        </>
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {asked.value && (
        <ConfirmAmount
          title={t('sale.acceptSure', { amount: money(offer.amount) })}
          amount={offer.amount}
          note={t('sale.binding')}
          yesText={t('sale.acceptYes')}
          busy={busy.value}
          yes={() => void answer('accept')}
          no={() => {
            asked.value = false
          }}
        />
      )}
    </div>
  )
}
