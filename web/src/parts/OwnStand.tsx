/** How the viewer stands: a line that is always there, so that nothing moves when it has news. */
import type { Bidding, Own } from '../lot/bidding'
import type { LotView, Stage } from '../lot/state'
import { canAct } from '../net/live'
import { pick, t } from '../words/i18n'
import { money } from '../words/numbers'

type Props = { lot: LotView; stage: Stage; own: Own; bidding: Bidding }

export function OwnStand({ lot, stage, own, bidding }: Props) {
  const now = bidding.attempt.value
  if (now?.state === 'sending') {
    return (
      <p class="own-stand own" role="status">
        <b>{t('lot.you')}</b>
        <span class="money">{money(now.amount)}</span>
        <span>{t('lot.sending')}</span>
      </p>
    )
  }
  if (now) {
    return (
      <p class="own-stand lost" role="alert">
        <span>
          {now.fault && now.fault.kind !== 'offline' && pick(now.fault)}{' '}
          {t('lot.lost', { amount: money(now.amount) })}
        </span>
        <button type="button" disabled={!canAct.value} onClick={() => void bidding.retry()}>
          {t('lot.again')}
        </button>
      </p>
    )
  }
  if (!own || stage !== 'open') return <p class="own-stand soft">{t('lot.aliases')}</p>
  const leading = lot.leader === own.bidder
  const words = { n: own.bidder, amount: money(own.maximum) }
  return (
    <p class={leading ? 'own-stand own' : 'own-stand passed'} role="status">
      {t(leading ? 'lot.leading' : 'lot.notLeading', words)}
    </p>
  )
}
