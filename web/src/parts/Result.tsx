/** How an auction ended, and what comes next for who took part. */
import type { LotView } from '../lot/state'
import { type Key, t } from '../words/i18n'
import { money } from '../words/numbers'

export function Result({ lot, won }: { lot: LotView; won: boolean | null }) {
  const reason = lot.reason && <p>{t('lot.reason', { reason: lot.reason })}</p>
  if (lot.phase === 'VOIDED') {
    return (
      <div class="notice bad" role="status">
        <strong>{t('lot.voided')}</strong>
        {reason}
      </div>
    )
  }
  if (lot.phase === 'WITHDRAWN') return <p class="notice">{t('lot.withdrawn')}</p>
  if (lot.phase !== 'CLOSED') return null
  if (!lot.result) return <p class="notice">{t('lot.closing')}</p>
  if (lot.result !== 'SOLD') {
    const why = `lot.unsold_${lot.reason}` as Key
    return (
      <div class="notice" role="status">
        <strong>{t('lot.unsold')}</strong>
        {(lot.reason === 'NO_BIDS' || lot.reason === 'UNDER_RESERVE') && <p>{t(why)}</p>}
      </div>
    )
  }
  return (
    <div class="notice good" role="status">
      <strong>{t('lot.sold', { amount: money(lot.price ?? 0) })}</strong>
      {won === true && (
        <p>
          {t('lot.won')} <a href="/amar">{t('lot.wonNext')}</a>
        </p>
      )}
      {won === false && (
        <p>
          {t('lot.notWon')} <a href="/haat">{t('shell.haat')}</a>
        </p>
      )}
    </div>
  )
}
