/** What a bidder leaves at a haat before he bids: brought, paid, and taken back. */
import './facts.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { DepositHaatsQuery, MyDepositsQuery } from '../gql'
import {
  BringDepositDocument,
  DepositHaatsDocument,
  MyDepositsDocument,
  TakeDepositBackDocument,
} from '../gql/deposits'
import { useAccount } from '../net/account'
import { useActing } from '../net/acting'
import { mutate } from '../net/client'
import { useQuery } from '../net/load'
import { usePages } from '../net/pages'
import { me, requireSignIn } from '../net/session'
import { AmountForm } from '../parts/AmountForm'
import { Empty } from '../parts/Empty'
import { Select } from '../parts/Field'
import { More } from '../parts/More'
import { PayBox } from '../parts/PayBox'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { Steps } from '../parts/Steps'
import { toast } from '../parts/Toast'
import { learn } from '../words/bn'
import { deposits as words } from '../words/bn/deposits'
import { nameIn, t } from '../words/i18n'
import { digits, money, number } from '../words/numbers'
import { longDate } from '../words/time'

learn(words)

type Deposit = MyDepositsQuery['myDeposits']['edges'][number]['node']
type Haat = DepositHaatsQuery['haats']['edges'][number]['node']
type Rule = NonNullable<Haat['depositRule']>
type Reload = { reload: () => Promise<void> }

const BASIS_POINTS_A_PERCENT = 100

export default function Deposits() {
  useEffect(() => {
    document.title = `${t('deposits.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('deposits.title')}</h1>
      <p>{t('deposits.lead')}</p>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('deposits.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && <Signed />}
    </div>
  )
}

function Signed() {
  const page = usePages(MyDepositsDocument, {}, data => data.myDeposits, { perViewer: true })
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void page.reload()
  })
  return (
    <>
      <Bring reload={page.reload} />
      <section class="stack" aria-label={t('deposits.mine')}>
        <h2>{t('deposits.mine')}</h2>
        {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
        {!page.edges && !page.fault && <Skeleton rows={2} />}
        {page.edges?.length === 0 && <p class="soft">{t('deposits.none')}</p>}
        <ul class="lines">
          {page.edges?.map(({ node }) => (
            <One key={node.id} deposit={node} reload={page.reload} />
          ))}
        </ul>
        <More more={page.more} />
      </section>
    </>
  )
}

function Bring({ reload }: Reload) {
  const { data } = useQuery(DepositHaatsDocument, {})
  const chosen = useSignal('')
  const { wrong, busy, act } = useActing()
  if (!data.value) return <Skeleton rows={2} />
  const haats = data.value.haats.edges.map(({ node }) => node).filter(each => each.depositRule)
  const haat = haats.find(({ id }) => id === chosen.value) ?? haats[0]
  if (!haat?.depositRule) return <p class="notice">{t('deposits.noHaat')}</p>
  const { id: haatId, depositRule } = haat

  async function bring(amount: number) {
    const went = await act(`bring ${haatId} ${amount}`, async key => {
      return (await mutate(BringDepositDocument, { haatId, amount, key })).bringDeposit
    })
    if (went) toast(t('deposits.brought'))
    await reload()
  }

  return (
    <section class="card stack" aria-label={t('deposits.bring')}>
      <h2>{t('deposits.bring')}</h2>
      <Select
        label={t('deposits.haat')}
        hint={ruleText(depositRule)}
        value={haatId}
        onValue={value => {
          chosen.value = value
        }}
        options={haats.map(each => ({ value: each.id, label: nameIn(each) }))}
      />
      <AmountForm
        label={t('deposits.amount')}
        go={t('deposits.go')}
        busy={busy.value}
        ask={amount => void bring(amount)}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </section>
  )
}

function One({ deposit, reload }: Reload & { deposit: Deposit }) {
  const { id: depositId, amount, state, haat, payment, askedAt } = deposit
  const due = state === 'DUE'
  return (
    <li class="card stack">
      <h3>
        {nameIn(haat)}: {money(amount)}
      </h3>
      <p>
        <strong>{t(`deposits.${state}`)}</strong> <span class="soft">· {longDate(askedAt)}</span>
      </p>
      <p>{t('deposits.number', { n: digits(depositId.replace('Deposit:', '')) })}</p>
      {due && <p class="soft">{t('deposits.cash')}</p>}
      {due && payment && <PayBox bill={payment} none={t('deposits.cash')} />}
      <Steps
        id={depositId}
        reload={reload}
        steps={[
          {
            label: t('deposits.back'),
            when: state === 'STANDING',
            plain: true,
            note: t('deposits.backNote'),
            yes: t('deposits.backYes'),
            send: async () =>
              (await mutate(TakeDepositBackDocument, { depositId })).takeBackDeposit,
          },
        ]}
      />
    </li>
  )
}

function ruleText({ basisPoints, floor, ceiling }: Rule): string {
  return t(ceiling === null ? 'deposits.rule' : 'deposits.ruleUpTo', {
    percent: number(basisPoints / BASIS_POINTS_A_PERCENT),
    floor: money(floor),
    ceiling: money(ceiling ?? 0),
  })
}
