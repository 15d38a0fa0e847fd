/** A new version is offered, never forced: somebody may be in the middle of a bid. */
import { takeNewVersion, waiting } from '../net/worker'
import { t } from '../words/i18n'

export function UpdateBar() {
  if (!waiting.value) return null
  return (
    <div class="bar" role="status">
      <span>{t('shell.newVersion')}</span>
      <button type="button" class="plain" onClick={takeNewVersion}>
        {t('shell.takeIt')}
      </button>
    </div>
  )
}
