/** Somebody bid over the viewer: it stays until he answers or leads again. */
import { t } from '../words/i18n'
import { money } from '../words/numbers'

type Props = { amount: number; disabled: boolean; raise: (amount: number) => void }

export function OutbidBar({ amount, disabled, raise }: Props) {
  return (
    <div class="notice bad outbid" role="alert">
      <strong>{t('lot.outbid')}</strong>
      <button type="button" disabled={disabled} onClick={() => raise(amount)}>
        {t('lot.raise', { amount: money(amount) })}
      </button>
    </div>
  )
}
