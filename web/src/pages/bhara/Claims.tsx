/** What the landlord keeps of the advance, line by line, and what the tenant says to it. */
import { useSignal } from '@preact/signals'
import {
  AgreeToClaimsDocument,
  ClaimOfAdvanceDocument,
  ObjectToClaimDocument,
} from '../../gql/letting'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field } from '../../parts/Field'
import { Steps } from '../../parts/Steps'
import { t } from '../../words/i18n'
import { digits, money, parseTaka } from '../../words/numbers'
import type { Contract } from '../Tenancy'

const MOST = 20

export function Claims({ tenancy, reload }: Contract) {
  const { id: agreementId, deductions, letting, returnedAt, state } = tenancy
  const asked = deductions.some(each => each.state === 'PROPOSED')
  return (
    <section class="card stack" aria-label={t('bhara.claims')} aria-live="polite">
      <h2>{t('bhara.claims')}</h2>
      <ul class="lines">
        {deductions.map(({ id: deductionId, ...claim }) => (
          <li key={deductionId} class="stack">
            <p>
              {digits(claim.label)} · <strong class="money">{money(claim.amount)}</strong> ·{' '}
              {t(`bhara.claim_${claim.state}`)}
            </p>
            {claim.note && <p class="soft">{digits(claim.note)}</p>}
            <Steps
              id={deductionId}
              reload={reload}
              steps={[
                {
                  label: t('bhara.object'),
                  when: !letting && claim.state === 'PROPOSED',
                  field: t('bhara.objectWhy'),
                  yes: t('bhara.send'),
                  send: async note =>
                    (await mutate(ObjectToClaimDocument, { deductionId, note })).disputeDeduction,
                },
              ]}
            />
          </li>
        ))}
      </ul>
      <Steps
        id={agreementId}
        reload={reload}
        steps={[
          {
            label: t('bhara.agree'),
            when: !letting && asked,
            plain: false,
            yes: t('bhara.sure'),
            send: async () =>
              (await mutate(AgreeToClaimsDocument, { agreementId })).acceptDeductions,
          },
        ]}
      />
      {letting && returnedAt && state === 'ENDED' && deductions.length === 0 && (
        <ClaimForm tenancy={tenancy} reload={reload} />
      )}
    </section>
  )
}

type Line = { label: string; amount: string }
const BLANK: Line = { label: '', amount: '' }

function ClaimForm({ tenancy, reload }: Contract) {
  const lines = useSignal<Line[]>([BLANK])
  const { wrong, busy, act } = useActing()
  const write = (at: number, changed: Partial<Line>) => {
    lines.value = lines.value.map((line, n) => (n === at ? { ...line, ...changed } : line))
  }

  async function claim() {
    const said = lines.value.filter(({ label, amount }) => label.trim() || amount.trim())
    const deductions = said.map(({ label, amount }) => ({
      label: label.trim(),
      amount: parseTaka(amount) ?? 0,
    }))
    if (deductions.some(({ label, amount }) => !label || amount <= 0)) {
      wrong.value = t('bhara.fill')
      return
    }
    const variables = { agreementId: tenancy.id, deductions }
    await act(`claim ${JSON.stringify(variables)}`, async () => {
      return (await mutate(ClaimOfAdvanceDocument, variables)).claimDeductions
    })
    await reload()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void claim()
      }}
    >
      <p class="soft">{t('bhara.claimLead')}</p>
      {lines.value.map((line, n) => (
        // Lines are only ever added at the end.
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name
        <div key={n} class="stack">
          <Field
            label={t('bhara.claimFor')}
            maxLength={160}
            value={line.label}
            onValue={label => write(n, { label })}
          />
          <Field
            label={t('bhara.claimAmount')}
            inputMode="decimal"
            autoComplete="off"
            value={line.amount}
            onValue={amount => write(n, { amount })}
          />
        </div>
      ))}
      {lines.value.length < MOST && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            lines.value = [...lines.value, BLANK]
          }}
        >
          {t('bhara.claimMore')}
        </button>
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('bhara.claimGo')}
      </button>
    </form>
  )
}
