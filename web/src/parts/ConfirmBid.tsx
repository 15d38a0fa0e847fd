/** The last question before a bid: the amount in figures and in words, twice when it is far above. */
import { useState } from 'preact/hooks'
import { FAR_PERCENT, type Question } from '../lot/bidding'
import { type LotView, minimumOf } from '../lot/state'
import { t } from '../words/i18n'
import { inWords } from '../words/inwords'
import { money } from '../words/numbers'
import { Dialog } from './Dialog'

type Props = {
  lot: LotView
  question: Extract<Question, { kind: 'confirm' }>
  off: boolean
  yes: () => void
  no: () => void
}

export function ConfirmBid({ lot, question, off, yes, no }: Props) {
  const { amount, percent } = question
  const [once, setOnce] = useState(false)
  const far = percent > FAR_PERCENT
  const again = far && once
  const passed = amount < minimumOf(lot)
  return (
    <Dialog title={t(again ? 'lot.sureAgain' : 'lot.sure')} close={no}>
      <p class="amount money">{money(amount)}</p>
      <p>
        <strong>{inWords(amount)}</strong>
      </p>
      {again ? (
        <p class="notice bad" role="alert">
          {t('lot.far', { percent })}
        </p>
      ) : (
        <>
          <p class="soft">{t('lot.proxy')}</p>
          <p class="soft">{t('lot.binding')}</p>
        </>
      )}
      {passed && (
        <p class="notice" role="status">
          {t('lot.passed', { amount: money(minimumOf(lot)) })}
        </p>
      )}
      <div class="row">
        <button type="button" disabled={off} onClick={() => (far && !once ? setOnce(true) : yes())}>
          {t(again ? 'lot.farYes' : 'lot.yes')}
        </button>
        <button type="button" class="plain" onClick={no}>
          {t('shell.cancel')}
        </button>
      </div>
    </Dialog>
  )
}
