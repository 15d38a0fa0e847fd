/** What one officer wants forced: another one agrees by deciding the same, or says no. */

import type { ForcedActsQuery } from '../../gql'
import { DecideBookingDocument, DecideClaimDocument, DecideShopDocument } from '../../gql/bench'
import { JudgeDealDocument } from '../../gql/dealing'
import {
  DeclineForcedActDocument,
  ForcedActsDocument,
  SecondOrderDocument,
} from '../../gql/seconds'
import { CallPoolOffDocument } from '../../gql/shares'
import { PayoutFailedDocument, TakePayoutBackDocument } from '../../gql/taka'
import { CallOffForBothDocument } from '../../gql/trades'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { type Key, t } from '../../words/i18n'
import { digits, money } from '../../words/numbers'
import { longDate } from '../../words/time'
import { Asking } from './Asking'
import { Deed } from './Deed'

type Act = ForcedActsQuery['forcedActs']['edges'][number]['node']

export function Seconds() {
  const { data, fault, reload } = useQuery(ForcedActsDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const acts = data.value.forcedActs.edges.map(({ node }) => node)
  if (acts.length === 0) return <Empty text={t('officer.none')} />
  return (
    <ul class="lines">
      {acts.map(act => (
        <li key={act.id} class="card stack">
          <h2>
            {t(`seconds.${act.kind}` as Key, { n: digits(act.subjectId.split(':')[1] ?? '') })}
          </h2>
          {act.choice && <p>{wayOf(act)}</p>}
          <Asking act={act} />
          <p class="soft">{longDate(act.askedAt)}</p>
          <div class="row">
            {!act.mine && (
              <Deed label={t('seconds.agree')} deed={reason => agree(act, reason)} after={reload} />
            )}
            <Deed
              label={t(act.mine ? 'seconds.back' : 'seconds.no')}
              plain
              deed={async reason =>
                (await mutate(DeclineForcedActDocument, { actId: act.id, reason })).declineForcedAct
              }
              after={reload}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}

function wayOf({ kind, choice }: Act): string {
  if (kind === 'DECIDE_DEDUCTION') return t('seconds.keeps', { amount: money(Number(choice)) })
  return t(`seconds.for_${choice}` as Key)
}

/** Decide the same as the first officer did: the command itself says whether that still goes. */
async function agree({ kind, choice, subjectId: id }: Act, reason: string): Promise<unknown> {
  switch (kind) {
    case 'END_SHOP': {
      const variables = { shopId: id, decision: 'TERMINATE' as const, reason }
      return (await mutate(DecideShopDocument, variables)).decideShop
    }
    case 'DECIDE_DEAL': {
      const variables = { dealId: id, forBuyer: choice === 'BUYER', reason }
      return (await mutate(JudgeDealDocument, variables)).decideDeal
    }
    case 'CALL_OFF_POOL':
      return (await mutate(CallPoolOffDocument, { poolId: id, reason })).callOffSharePool
    case 'FAIL_PAYOUT':
      return (await mutate(PayoutFailedDocument, { payoutId: id, reason })).failPayout
    case 'CANCEL_PAYOUT':
      return (await mutate(TakePayoutBackDocument, { payoutId: id, reason })).cancelPayout
    case 'DECIDE_BOOKING': {
      const variables = { bookingId: id, forCitizen: choice === 'CITIZEN', reason }
      return (await mutate(DecideBookingDocument, variables)).decideDispute
    }
    case 'CANCEL_BOOKING':
      return (await mutate(CallOffForBothDocument, { bookingId: id, reason }))
        .cancelBookingAsOfficer
    case 'CANCEL_ORDER':
      return (await mutate(SecondOrderDocument, { orderId: id, reason })).cancelOrder
    case 'DECIDE_DEDUCTION': {
      const variables = { deductionId: id, amount: Number(choice), reason }
      return (await mutate(DecideClaimDocument, variables)).decideDeduction
    }
  }
}
