/** One tenancy, for both sides: yes, advance, keys, months, the last day, and what is given back. */
import './facts.css'
import './deal.css'
import { useEffect } from 'preact/hooks'
import type { TenancyViewFragment } from '../gql'
import {
  FollowTenancyDocument,
  GiveKeysDocument,
  KeysAreBackDocument,
  LeaveTenancyDocument,
  TakeOfferBackDocument,
  TakeTenancyDocument,
  TenancyPageDocument,
} from '../gql/bhara'
import { mutate } from '../net/client'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Countdown } from '../parts/Countdown'
import { Empty } from '../parts/Empty'
import { Gone } from '../parts/Gone'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { Steps } from '../parts/Steps'
import type { PageProps } from '../router'
import { useNews } from '../seba/useNews'
import { learn } from '../words/bn'
import { bhara as words } from '../words/bn/bhara'
import { type Key, t, titleOf } from '../words/i18n'
import { digits, money } from '../words/numbers'
import { longDate } from '../words/time'
import { Bill } from './bhara/Bill'
import { Dues } from './bhara/Dues'
import { Leave } from './bhara/Leave'

learn(words)

const Claims = onDemand(() => import('./bhara/Claims').then(each => each.Claims))

// Nobody has the keys, nor owes a month.
const UNPAID = new Set(['OFFERED', 'ADVANCE_DUE', 'DECLINED', 'WITHDRAWN', 'EXPIRED'])

export type Contract = { tenancy: TenancyViewFragment; reload: () => Promise<void> }

export default function Tenancy({ params, search }: PageProps) {
  const id = `RentalAgreement:${params.n}`
  const page = useQuery(TenancyPageDocument, { id }, { perViewer: true })
  const tenancy = page.data.value?.rentalAgreement
  useNews(FollowTenancyDocument, { agreementId: id }, tenancy?.id, () => void page.reload())
  useEffect(() => {
    document.title = `${t('bhara.tenancy')} — ${t('shell.brand')}`
  }, [])
  if (me.value === null) {
    return (
      <div class="stack">
        <h1>{t('bhara.tenancy')}</h1>
        <Empty text={t('bhara.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      </div>
    )
  }
  if (page.data.value && !tenancy && !page.loading.value)
    return <Gone params={params} search={search} />
  return (
    <div class="stack">
      <h1>{tenancy ? titleOf(tenancy.unit) : t('bhara.tenancy')}</h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {tenancy ? <Shown tenancy={tenancy} reload={page.reload} /> : <Skeleton rows={5} />}
    </div>
  )
}

function Shown({ tenancy, reload }: Contract) {
  const { state } = tenancy
  const paidFor = !UNPAID.has(state)
  return (
    <>
      <Standing tenancy={tenancy} reload={reload} />
      {state === 'ADVANCE_DUE' && tenancy.advancePaymentId && (
        <Bill id={tenancy.advancePaymentId} />
      )}
      <Facts tenancy={tenancy} />
      {paidFor && <Keys tenancy={tenancy} reload={reload} />}
      {paidFor && <Dues tenancy={tenancy} reload={reload} />}
      {tenancy.allowedTransitions.includes('GIVE_NOTICE') && (
        <Leave tenancy={tenancy} reload={reload} />
      )}
      {(state === 'ENDED' || state === 'SETTLED') && <Claims tenancy={tenancy} reload={reload} />}
    </>
  )
}

function Standing({ tenancy, reload }: Contract) {
  const { id: agreementId, state, dueAt, allowedTransitions: moves } = tenancy
  const yes = t('bhara.sure')
  return (
    <section class="card stack" aria-live="polite">
      <p>
        <strong>{t(`bhara.state_${state}`)}</strong>
      </p>
      {dueAt && UNPAID.has(state) && (
        <p>
          {t('bhara.left')} <Countdown until={dueAt} label={t('bhara.left')} />
        </p>
      )}
      <Steps
        id={agreementId}
        reload={reload}
        steps={[
          {
            label: t('bhara.accept'),
            when: moves.includes('ACCEPT'),
            plain: false,
            note: t('bhara.acceptNote', { amount: money(tenancy.advanceAmount) }),
            yes,
            send: async () => (await mutate(TakeTenancyDocument, { agreementId })).acceptAgreement,
          },
          {
            label: t('bhara.decline'),
            when: moves.includes('DECLINE'),
            yes,
            send: async () =>
              (await mutate(LeaveTenancyDocument, { agreementId })).declineAgreement,
          },
          {
            label: t('bhara.withdraw'),
            when: moves.includes('WITHDRAW'),
            yes,
            send: async () =>
              (await mutate(TakeOfferBackDocument, { agreementId })).withdrawAgreement,
          },
        ]}
      />
    </section>
  )
}

function Facts({ tenancy }: { tenancy: TenancyViewFragment }) {
  const { letting, unit, phone, leavesOn, serviceChargeAmount, terms } = tenancy
  const facts: [Key, string | null][] = [
    letting ? ['bhara.tenant', tenancy.tenantName] : ['bhara.landlord', tenancy.landlordName],
    ['bhara.address', unit.address],
    ['bhara.rent', t('bhara.month', { amount: money(tenancy.rentAmount) })],
    ['bhara.service', serviceChargeAmount > 0 ? money(serviceChargeAmount) : null],
    ['bhara.advance', money(tenancy.advanceAmount)],
    ['bhara.begins', longDate(tenancy.startsOn)],
    ['bhara.notice', t('bhara.days', { n: tenancy.noticeDays })],
    ['bhara.leaves', leavesOn && longDate(leavesOn)],
    ['bhara.terms', terms],
  ]
  return (
    <section class="card stack">
      <dl class="week">
        {facts.map(
          ([key, text]) =>
            text && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>{digits(text)}</dd>
              </div>
            ),
        )}
      </dl>
      {phone && (
        <p>
          <a class="button plain" href={`tel:${phone}`}>
            {t('bhara.ring', { n: digits(phone) })}
          </a>
        </p>
      )}
    </section>
  )
}

function Keys({ tenancy, reload }: Contract) {
  const { id: agreementId, handedOverAt, returnedAt, letting } = tenancy
  return (
    <section class="card stack" aria-label={t('bhara.keys')} aria-live="polite">
      <h2>{t('bhara.keys')}</h2>
      {!handedOverAt && <p>{t('bhara.keysNone')}</p>}
      {handedOverAt && <p>{t('bhara.keysGiven', { day: longDate(handedOverAt) })}</p>}
      {returnedAt && <p>{t('bhara.keysBack', { day: longDate(returnedAt) })}</p>}
      <Steps
        id={agreementId}
        reload={reload}
        steps={[
          {
            label: t('bhara.give'),
            when: letting && !handedOverAt,
            send: async () => (await mutate(GiveKeysDocument, { agreementId })).handOverKeys,
          },
          {
            label: t('bhara.back'),
            when: handedOverAt !== null && !returnedAt,
            plain: true,
            yes: t('bhara.sure'),
            send: async () => (await mutate(KeysAreBackDocument, { agreementId })).returnKeys,
          },
        ]}
      />
    </section>
  )
}
