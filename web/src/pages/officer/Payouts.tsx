/** Earnings on their way out: places to be checked, sums to be sent and proved, and the commission. */
import { useSignal } from '@preact/signals'
import type { PaidToFragment, SentFragment } from '../../gql'
import {
  JudgePayoutAccountDocument,
  KeepCommissionDocument,
  PayoutDeskDocument,
  PayoutFailedDocument,
  ProvePayoutDocument,
  TakePayoutBackDocument,
  TakePayoutInHandDocument,
} from '../../gql/taka'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Asked } from '../../parts/Asked'
import { Field, Select } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { toast } from '../../parts/Toast'
import { learn } from '../../words/bn'
import { taka as words } from '../../words/bn/taka'
import { type Key, t } from '../../words/i18n'
import { digits, money, number, parseTaka } from '../../words/numbers'
import { longDate } from '../../words/time'
import { PlaceText } from '../taka/Places'
import { Deed } from './Deed'

learn(words)

// Hundredths of a percent, as the API counts; it takes a tenth at most.
const MOST_BASIS_POINTS = 1000

type After = { after: () => Promise<void> }

export function Payouts() {
  const { data, fault, reload } = useQuery(PayoutDeskDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const places = data.value.payoutAccountsWaiting.edges.map(({ node }) => node)
  const payouts = data.value.payoutsWaiting.edges.map(({ node }) => node)
  return (
    <div class="stack">
      <p class="soft">{t('taka.deskNote')}</p>
      {places.length + payouts.length === 0 && <p>{t('officer.none')}</p>}
      <ul class="lines">
        {places.map(one => (
          <li key={one.id} class="card stack">
            <h2>{t('taka.check', { name: one.ownerName })}</h2>
            <p>
              {t(`taka.${one.kind}` as Key)} · <PlaceText place={one} /> · {longDate(one.askedAt)}
            </p>
            <Judging place={one} moves={['APPROVE', 'REJECT']} after={reload} />
          </li>
        ))}
        {payouts.map(one => (
          <Payout key={one.id} one={one} after={reload} />
        ))}
      </ul>
      <div class="card">
        <Opened title={t('taka.commission')} show={() => <CommissionForm />} />
      </div>
    </div>
  )
}

type Move = 'APPROVE' | 'REJECT' | 'RESTRICT' | 'RELEASE'
type JudgingProps = After & { place: PaidToFragment; moves: Move[] }

function Judging({ place, moves, after }: JudgingProps) {
  return (
    <div class="row">
      {moves.map(decision => (
        <Deed
          key={decision}
          label={t(`taka.${decision}`)}
          plain={decision !== 'APPROVE'}
          deed={async reason => {
            const variables = { id: place.id, decision, reason }
            return (await mutate(JudgePayoutAccountDocument, variables)).decidePayoutAccount
          }}
          after={after}
        />
      ))}
    </div>
  )
}

function Payout({ one, after }: After & { one: SentFragment }) {
  const { id: payoutId, account } = one
  const { wrong, act } = useActing()
  return (
    <li class="card stack">
      <h2>
        {t('taka.payout', { n: digits(payoutId.replace('Payout:', '')) })}: {money(one.amount)}
      </h2>
      <p>
        {account.ownerName} · <PlaceText place={account} /> · {t(`taka.at_${account.state}`)}
      </p>
      <p class="soft">
        {t(`taka.pay_${one.state}`)} · {longDate(one.sentAt ?? one.cutAt)}
        {one.fee > 0 && ` · ${t('taka.fee', { amount: money(one.fee) })}`}
      </p>
      {one.overdue && <p class="notice">{t('taka.overdue')}</p>}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {one.state === 'PENDING' ? (
        <div class="row">
          <Asked
            label={t('taka.take')}
            note={t('taka.takeNote')}
            yes={t('officer.go')}
            plain={false}
            deed={async () => {
              const send = async () =>
                (await mutate(TakePayoutInHandDocument, { payoutId })).sendPayout
              const went = await act(`send ${payoutId}`, send)
              if (went) await after()
              return went
            }}
          />
          <Deed
            label={t('taka.back')}
            plain
            deed={async reason =>
              (await mutate(TakePayoutBackDocument, { payoutId, reason })).cancelPayout
            }
            after={after}
          />
        </div>
      ) : (
        <div class="row">
          <Deed
            label={t('taka.prove')}
            field={t('taka.reference')}
            deed={async reference =>
              (await mutate(ProvePayoutDocument, { payoutId, reference })).confirmPayout
            }
            after={after}
          />
          <Deed
            label={t('taka.fail')}
            plain
            deed={async reason =>
              (await mutate(PayoutFailedDocument, { payoutId, reason })).failPayout
            }
            after={after}
          />
        </div>
      )}
      {account.state === 'ACTIVE' && <Judging place={account} moves={['RESTRICT']} after={after} />}
      {account.state === 'RESTRICTED' && (
        <Judging place={account} moves={['RELEASE']} after={after} />
      )}
    </li>
  )
}

function CommissionForm() {
  const kind = useSignal('seller')
  const typed = useSignal('')
  const { wrong, busy, act } = useActing()

  async function send() {
    // A percent with two places is read as an amount is: its hundredths are whole.
    const basisPoints = parseTaka(typed.value)
    if (basisPoints === null || basisPoints > MOST_BASIS_POINTS) {
      wrong.value = t('taka.notPercent')
      return
    }
    const told = { kind: kind.value, basisPoints }
    const went = await act(JSON.stringify(told), async idempotencyKey => {
      return (await mutate(KeepCommissionDocument, { input: { ...told, idempotencyKey } }))
        .setCommission
    })
    if (went) toast(t('taka.commissionSet', { n: number(basisPoints / 100) }))
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <p class="soft">{t('taka.commissionNote')}</p>
      <Select
        label={t('taka.whose')}
        value={kind.value}
        onValue={value => {
          kind.value = value
        }}
        options={['seller', 'shop'].map(value => ({ value, label: t(`taka.${value}` as Key) }))}
      />
      <Field
        label={t('taka.percent')}
        inputMode="decimal"
        autoComplete="off"
        value={typed.value}
        error={wrong.value}
        onValue={value => {
          typed.value = value
        }}
      />
      <button type="submit" disabled={busy.value}>
        {t('taka.commissionGo')}
      </button>
    </form>
  )
}
