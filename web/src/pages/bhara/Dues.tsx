/** The months of a tenancy: each paid online by the tenant, or taken in cash by the landlord. */
import { useSignal } from '@preact/signals'
import { RentInCashDocument } from '../../gql/bhara'
import { mutate } from '../../net/client'
import { Steps } from '../../parts/Steps'
import { t } from '../../words/i18n'
import { money } from '../../words/numbers'
import { longDate } from '../../words/time'
import type { Contract } from '../Tenancy'
import { Bill } from './Bill'

type Due = Contract['tenancy']['dues'][number]

export function Dues({ tenancy, reload }: Contract) {
  return (
    <section aria-label={t('bhara.dues')} aria-live="polite">
      <h2>{t('bhara.dues')}</h2>
      {tenancy.dues.length === 0 && <p class="soft">{t('bhara.noDues')}</p>}
      <ul class="lines">
        {tenancy.dues.map(due => (
          <Month key={due.id} due={due} letting={tenancy.letting} reload={reload} />
        ))}
      </ul>
    </section>
  )
}

type MonthProps = { due: Due; letting: boolean; reload: () => Promise<void> }

function Month({ due, letting, reload }: MonthProps) {
  const { id: rentDueId, amount, paidAt, inCash, paymentId } = due
  const paying = useSignal(false)
  const state = paidAt ? (inCash ? 'bhara.paidCash' : 'bhara.paid') : 'bhara.owed'
  return (
    <li class="card stack">
      <p>
        {longDate(due.month)} · <strong class="money">{money(amount)}</strong> · {t(state)}
      </p>
      <Steps
        id={rentDueId}
        reload={reload}
        steps={[
          {
            label: t('bhara.cash'),
            when: letting && !paidAt,
            plain: false,
            note: t('bhara.cashNote', { amount: money(amount) }),
            yes: t('bhara.sure'),
            send: async () => (await mutate(RentInCashDocument, { rentDueId })).takeRentInCash,
          },
        ]}
      />
      {!paidAt && paymentId && !paying.value && (
        <button
          type="button"
          onClick={() => {
            paying.value = true
          }}
        >
          {t('bhara.payRent')}
        </button>
      )}
      {!paidAt && paymentId && paying.value && <Bill id={paymentId} />}
    </li>
  )
}
