/** A sum that is owed: how much of it is there, and the way to pay the rest, whole or in parts. */
import { useSignal } from '@preact/signals'
import type { BillFragment } from '../gql'
import { BeginToPayDocument, WaysToPayDocument } from '../gql/pay'
import { useActing } from '../net/acting'
import { mutate } from '../net/client'
import { useQuery } from '../net/load'
import { leaveToPay } from '../net/paying'
import { learn } from '../words/bn'
import { pay as words } from '../words/bn/pay'
import { type Key, t } from '../words/i18n'
import { money, parseTaka } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { Choice } from './Choice'
import { Field } from './Field'

learn(words)

/** Begins a try; returns where to agree to it and its number, or a refusal. */
export type Begin = (gateway: string, amount: number, key: string) => Promise<unknown>
type Props = { bill: BillFragment; none?: string; begin?: Begin }

export function PayBox({ bill, none = t('pay.noneYet'), begin }: Props) {
  const { due, paid, left, state, expiresAt } = bill
  return (
    <section class="card stack pay" aria-label={t('pay.title')}>
      <h2>{t('pay.title')}</h2>
      <dl class="week">
        <dt>{t('pay.due')}</dt>
        <dd class="money">{money(due)}</dd>
        <dt>{t('pay.paid')}</dt>
        <dd class="money">{money(paid)}</dd>
        <dt>{t('pay.left')}</dt>
        <dd class="money">
          <strong>{money(left)}</strong>
        </dd>
      </dl>
      <progress value={paid} max={Math.max(due, 1)} aria-label={t('pay.paid')} />
      {state === 'OPEN' && (
        <>
          {expiresAt && (
            <p class="soft">
              {t('pay.by', { day: longDate(expiresAt), time: clockTime(expiresAt) })}
            </p>
          )}
          <Ways bill={bill} none={none} begin={begin ?? ownBill(bill.id)} />
        </>
      )}
      {(state === 'COVERED' || state === 'CLOSED') && (
        <p class="notice good" role="status">
          {t('pay.done')}
        </p>
      )}
      {(state === 'EXPIRED' || state === 'VOID') && <p class="notice">{t(`pay.${state}`)}</p>}
      <Tries bill={bill} />
    </section>
  )
}

function ownBill(paymentId: string): Begin {
  return async (gateway, amount, key) =>
    (await mutate(BeginToPayDocument, { paymentId, gateway, amount, key })).beginPayment
}

type WaysProps = { bill: BillFragment; none: string; begin: Begin }

function Ways({ bill, none, begin }: WaysProps) {
  const ways = useQuery(WaysToPayDocument, {})
  const chosen = useSignal('')
  const typed = useSignal('')
  const { wrong, busy, act } = useActing({ guests: true })
  const services = ways.data.value?.paymentServices ?? []
  const service = services.find(each => each.name === chosen.value) ?? services[0]
  if (!ways.data.value) return null
  if (!service) return <p class="notice">{none}</p>
  const most = Math.min(bill.left, service.largest)
  const amount = typed.value ? parseTaka(typed.value) : most

  async function pay(now: number) {
    let leave = () => {}
    await act(`pay ${bill.id} ${bill.left} ${service?.name} ${now}`, async key => {
      const said = await begin(service?.name ?? '', now, key)
      if (isTry(said)) leave = () => leaveToPay(said)
      return said
    })
    leave()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (amount) void pay(amount)
      }}
    >
      <Choice
        label={t('pay.how')}
        value={service.name}
        onValue={value => {
          chosen.value = value
        }}
        options={services.map(({ name, smallest, largest }) => ({
          value: name,
          label: t(`pay.${name}` as Key),
          note: t('pay.range', { least: money(smallest), most: money(largest) }),
        }))}
      />
      <Field
        label={t('pay.now')}
        hint={t('pay.parts')}
        inputMode="decimal"
        autoComplete="off"
        value={typed.value}
        placeholder={money(most)}
        error={amount ? null : t('lot.notAmount')}
        onValue={value => {
          typed.value = value
        }}
      />
      <button type="submit" disabled={busy.value || !amount}>
        {amount ? t('pay.go', { amount: money(amount) }) : t('pay.goPlain')}
      </button>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </form>
  )
}

type Try = { payUrl: string; invoice: string }

function isTry(said: unknown): said is Try {
  return typeof said === 'object' && said !== null && 'payUrl' in said && Boolean(said.payUrl)
}

function Tries({ bill }: { bill: BillFragment }) {
  if (bill.tries.length === 0) return null
  return (
    <>
      <h3>{t('pay.tries')}</h3>
      <ul class="tries">
        {bill.tries.map(one => (
          <li key={one.id} class="row">
            <span class="money">{money(one.amount)}</span>
            <span>{t(`pay.${one.gateway}` as Key)}</span>
            <span class="soft">{clockTime(one.createdAt)}</span>
            <strong>{t(`pay.try_${one.state}` as Key)}</strong>
            {one.payUrl && bill.state === 'OPEN' && <a href={one.payUrl}>{t('pay.goOn')}</a>}
          </li>
        ))}
      </ul>
    </>
  )
}
