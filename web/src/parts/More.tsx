/** Asks for the next page of a list; nothing after the last. */
import { t } from '../words/i18n'

export function More({ more }: { more: (() => Promise<void>) | null }) {
  if (!more) return null
  return (
    <button type="button" class="plain" onClick={() => void more()}>
      {t('shell.more')}
    </button>
  )
}
