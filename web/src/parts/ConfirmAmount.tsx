/** A promise of money is asked once more, in figures and in words. */
import { t } from '../words/i18n'
import { inWords } from '../words/inwords'
import { money } from '../words/numbers'
import { Dialog } from './Dialog'

type Props = {
  title: string
  amount: number
  note?: string
  yesText: string
  busy: boolean
  yes: () => void
  no: () => void
}

export function ConfirmAmount({ title, amount, note, yesText, busy, yes, no }: Props) {
  return (
    <Dialog title={title} close={no}>
      <p class="amount money">{money(amount)}</p>
      <p>
        <strong>{inWords(amount)}</strong>
      </p>
      {note && <p class="soft">{note}</p>}
      <div class="row">
        <button type="button" disabled={busy} onClick={yes}>
          {yesText}
        </button>
        <button type="button" class="plain" onClick={no}>
          {t('shell.cancel')}
        </button>
      </div>
    </Dialog>
  )
}
