/** Money that waits for a person: toll beyond the rule, payments set aside, refunds sent by hand. */
import type { MoneyDeskQuery } from '../../gql'
import {
  JudgeOverchargeDocument,
  JudgeSetAsideDocument,
  MoneyDeskDocument,
  SentByHandDocument,
} from '../../gql/money'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Pictures } from '../../parts/Pictures'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { overcharge as words } from '../../words/bn/overcharge'
import { pick, t } from '../../words/i18n'
import { digits, money } from '../../words/numbers'
import { longDate } from '../../words/time'
import { Deed } from './Deed'

learn(words)

type Node<K extends keyof MoneyDeskQuery> = MoneyDeskQuery[K] extends { edges: (infer E)[] }
  ? E extends { node: infer N }
    ? N
    : never
  : never

export function MoneyDesk() {
  const { data, fault, reload } = useQuery(MoneyDeskDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  const desk = data.value
  if (!desk) return <Skeleton rows={3} />
  const { overchargesWaiting, paymentsSetAside, refundsByHand } = desk
  const count =
    overchargesWaiting.edges.length + paymentsSetAside.edges.length + refundsByHand.edges.length
  if (count === 0) return <Empty text={t('officer.none')} />
  return (
    <ul class="lines">
      {overchargesWaiting.edges.map(({ node }) => (
        <Charge key={node.id} one={node} after={reload} />
      ))}
      {paymentsSetAside.edges.map(({ node }) => (
        <SetAside key={node.id} one={node} after={reload} />
      ))}
      {refundsByHand.edges.map(({ node }) => (
        <ByHand key={node.id} one={node} after={reload} />
      ))}
    </ul>
  )
}

type After = { after: () => Promise<void> }

function Charge({ one, after }: After & { one: Node<'overchargesWaiting'> }) {
  const judge = (upheld: boolean) => async (finding: string) => {
    const input = { reportId: one.id, upheld, finding }
    return (await mutate(JudgeOverchargeDocument, { input })).decideOvercharge
  }
  return (
    <li class="card stack">
      <h2>
        {t('overcharge.title')}: {pick({ bn: one.haat.nameBn, en: one.haat.nameEn })}
      </h2>
      <p>{t('overcharge.sums', { due: money(one.due), taken: money(one.taken) })}</p>
      <p>{one.words}</p>
      <Pictures title={t('overcharge.photo')} photos={one.media} />
      <p class="soft">
        {one.reporterName} · {longDate(one.reportedAt)}
      </p>
      <div class="row">
        <Deed label={t('overcharge.uphold')} deed={judge(true)} after={after} />
        <Deed label={t('overcharge.dismiss')} plain deed={judge(false)} after={after} />
      </div>
    </li>
  )
}

function SetAside({ one, after }: After & { one: Node<'paymentsSetAside'> }) {
  const choose = (choice: 'TAKE' | 'GIVE_BACK') => async (reason: string) =>
    (await mutate(JudgeSetAsideDocument, { tryId: one.id, choice, reason })).decideSetAside
  return (
    <li class="card stack">
      <h2>{t('overcharge.setAside')}</h2>
      <p>{t('overcharge.arrived', { asked: money(one.asked), arrived: money(one.arrived) })}</p>
      <p class="soft">
        {one.gateway} <span lang="en">{one.invoice}</span> · {one.misfit} ·{' '}
        {longDate(one.createdAt)}
      </p>
      {one.decision && (
        <p class="notice">
          {t(`overcharge.asked_${one.decision.choice}`, { who: one.decision.askedByName })}{' '}
          {one.decision.reason}
        </p>
      )}
      <div class="row">
        <Deed label={t('overcharge.TAKE')} deed={choose('TAKE')} after={after} />
        <Deed label={t('overcharge.GIVE_BACK')} plain deed={choose('GIVE_BACK')} after={after} />
      </div>
    </li>
  )
}

function ByHand({ one, after }: After & { one: Node<'refundsByHand'> }) {
  return (
    <li class="card stack">
      <h2>{t('overcharge.refund', { amount: money(one.amount) })}</h2>
      <p>
        {one.payerName} · {one.gateway} {one.paidUnder && digits(one.paidUnder)}
      </p>
      <p class="soft">
        {one.reason} · {longDate(one.createdAt)}
      </p>
      <div class="row">
        <Deed
          label={t('overcharge.sent')}
          note={t('overcharge.sentNote')}
          deed={async reference =>
            (await mutate(SentByHandDocument, { refundId: one.id, reference })).sendRefundByHand
          }
          after={after}
        />
      </div>
    </li>
  )
}
