/** The last question before a bid: the amount in figures and in words, twice when it is far above. */
import { useState } from 'preact/hooks'
import { t } from '../words/i18n'
import { inWords } from '../words/inwords'
import { Dialog } from './Dialog'
import { Money } from './Money'

type Props = { amount: number; far: boolean; yes: () => void; no: () => void }

export function ConfirmBid({ amount, far, yes, no }: Props) {
  const [asked, setAsked] = useState(false)
  const again = far && asked
  return (
    <Dialog title={t('lot.sure')} close={no}>
      <p class="amount">
        <Money paisa={amount} />
      </p>
      <p>
        <strong>{inWords(amount)}</strong>
      </p>
      {again && (
        <p class="notice bad" role="alert">
          {t('lot.far')}
        </p>
      )}
      <p class="soft">{t('lot.proxy')}</p>
      <p class="soft">{t('lot.binding')}</p>
      <div class="row">
        <button type="button" onClick={() => (far && !asked ? setAsked(true) : yes())}>
          {t(again ? 'lot.farYes' : 'lot.yes')}
        </button>
        <button type="button" class="plain" onClick={no}>
          {t('shell.cancel')}
        </button>
      </div>
    </Dialog>
  )
}
