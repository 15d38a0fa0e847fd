/** What an officer of the haat does with a deal: cash that was brought, and an objection decided. */
import { useSignal } from '@preact/signals'
import { JudgeDealDocument, WriteCashDocument } from '../../gql/dealing'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { AmountForm } from '../../parts/AmountForm'
import { Asked } from '../../parts/Asked'
import { ConfirmAmount } from '../../parts/ConfirmAmount'
import { toast } from '../../parts/Toast'
import { t } from '../../words/i18n'
import type { Part } from '../Deal'

export function OfficersPart({ deal, reload }: Part) {
  const { id: dealId, state } = deal
  const cash = useSignal<number | null>(null)
  const { wrong, busy, act } = useActing()

  async function take(amount: number) {
    cash.value = null
    const went = await act(`cash ${dealId} ${amount}`, async key => {
      return (await mutate(WriteCashDocument, { dealId, amount, key })).takeCash
    })
    if (went) toast(t('deal.cashDone'))
    await reload()
  }

  const judge = (forBuyer: boolean) => async (reason: string) => {
    const went = await act(`judge ${dealId} ${forBuyer}`, async () => {
      return (await mutate(JudgeDealDocument, { dealId, forBuyer, reason })).decideDeal
    })
    if (went) toast(t('deal.judged'))
    await reload()
    return went
  }

  if (state !== 'AWAITING_PAYMENT' && state !== 'DISPUTED') return null
  return (
    <section class="card stack" aria-label={t('deal.officer')}>
      <h2>{t('deal.officer')}</h2>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {state === 'AWAITING_PAYMENT' && (
        <AmountForm
          label={t('deal.cash')}
          go={t('deal.cashGo')}
          busy={busy.value}
          ask={amount => {
            cash.value = amount
          }}
        />
      )}
      {cash.value !== null && (
        <ConfirmAmount
          title={t('deal.cashSure')}
          amount={cash.value}
          yesText={t('deal.cashYes')}
          busy={busy.value}
          yes={() => cash.value !== null && void take(cash.value)}
          no={() => {
            cash.value = null
          }}
        />
      )}
      {state === 'DISPUTED' && (
        <div class="row">
          <Asked
            label={t('deal.forSeller')}
            note={t('deal.forSellerNote')}
            field={t('deal.judgeWhy')}
            yes={t('deal.sure')}
            deed={judge(false)}
          />
          <Asked
            label={t('deal.forBuyer')}
            note={t('deal.forBuyerNote')}
            field={t('deal.judgeWhy')}
            yes={t('deal.sure')}
            deed={judge(true)}
          />
        </div>
      )}
    </section>
  )
}
