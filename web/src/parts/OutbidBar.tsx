/** Somebody bid over the viewer: it stays until he answers or leads again. */
import { t } from '../words/i18n'
import { money } from '../words/numbers'

type Props = { amount: number; disabled: boolean; raise: () => void; leave: () => void }

export function OutbidBar({ amount, disabled, raise, leave }: Props) {
  return (
    <div class="outbid" role="alert">
      <strong>{t('lot.outbid')}</strong>
      <button type="button" disabled={disabled} onClick={raise}>
        {t('lot.raise', { amount: money(amount) })}
      </button>
      <button type="button" class="leave" aria-label={t('lot.letGo')} onClick={leave}>
        ✕
      </button>
    </div>
  )
}
