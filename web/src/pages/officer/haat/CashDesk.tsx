/** Cash over the table: taken for a deposit, and put back into its payer's hand. */
import { useSignal } from '@preact/signals'
import {
  CashGivenBackDocument,
  CashToGiveBackDocument,
  TakeDepositCashDocument,
} from '../../../gql/haatdesk'
import { useActing } from '../../../net/acting'
import { mutate } from '../../../net/client'
import { usePages } from '../../../net/pages'
import { AmountForm } from '../../../parts/AmountForm'
import { ConfirmAmount } from '../../../parts/ConfirmAmount'
import { Field } from '../../../parts/Field'
import { More } from '../../../parts/More'
import { Problem } from '../../../parts/Problem'
import { Skeleton } from '../../../parts/Skeleton'
import { Steps } from '../../../parts/Steps'
import { toast } from '../../../parts/Toast'
import { t } from '../../../words/i18n'
import { inLatin, money } from '../../../words/numbers'
import { longDate } from '../../../words/time'

const NUMBER = /^\d{1,18}$/

export function CashDesk() {
  return (
    <section class="card stack" aria-label={t('haatdesk.cash')}>
      <h2>{t('haatdesk.cash')}</h2>
      <Take />
      <GiveBack />
    </section>
  )
}

function Take() {
  const typed = useSignal('')
  const cash = useSignal<number | null>(null)
  const { wrong, busy, act } = useActing()
  const known = inLatin(typed.value).trim()

  async function take(amount: number) {
    cash.value = null
    const depositId = `Deposit:${known}`
    const went = await act(`cash ${depositId} ${amount}`, async key => {
      return (await mutate(TakeDepositCashDocument, { depositId, amount, key })).takeDepositCash
    })
    if (!went) return
    typed.value = ''
    toast(t('haatdesk.cashDone'))
  }

  return (
    <>
      <Field
        label={t('haatdesk.cashNumber')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={18}
        value={typed.value}
        error={wrong.value}
        onValue={value => {
          typed.value = value
        }}
      />
      <AmountForm
        label={t('haatdesk.cashAmount')}
        go={t('haatdesk.cashGo')}
        busy={busy.value}
        ask={amount => {
          wrong.value = NUMBER.test(known) ? null : t('haatdesk.badNumber')
          cash.value = wrong.value ? null : amount
        }}
      />
      {cash.value !== null && (
        <ConfirmAmount
          title={t('haatdesk.cashSure')}
          amount={cash.value}
          yesText={t('haatdesk.cashYes')}
          busy={busy.value}
          yes={() => cash.value !== null && void take(cash.value)}
          no={() => {
            cash.value = null
          }}
        />
      )}
    </>
  )
}

function GiveBack() {
  const page = usePages(CashToGiveBackDocument, {}, data => data.cashToGiveBack, {
    perViewer: true,
  })
  if (page.fault) return <Problem fault={page.fault} retry={() => void page.reload()} />
  if (!page.edges) return <Skeleton rows={2} />
  return (
    <>
      <h3>{t('haatdesk.giveBack')}</h3>
      {page.edges.length === 0 && <p class="soft">{t('haatdesk.nothingBack')}</p>}
      <ul class="lines">
        {page.edges.map(({ node: { id: refundId, amount, payerName, reason, createdAt } }) => (
          <li key={refundId} class="stack">
            <p>
              <strong>{payerName}</strong>: <span class="money">{money(amount)}</span>
            </p>
            <p class="soft">
              {reason} · {longDate(createdAt)}
            </p>
            <Steps
              id={refundId}
              reload={page.reload}
              steps={[
                {
                  label: t('haatdesk.given'),
                  when: true,
                  note: t('haatdesk.givenNote', { name: payerName ?? '', amount: money(amount) }),
                  yes: t('haatdesk.sure'),
                  plain: false,
                  send: async () =>
                    (await mutate(CashGivenBackDocument, { refundId })).giveCashBack,
                },
              ]}
            />
          </li>
        ))}
      </ul>
      <More more={page.more} />
    </>
  )
}
