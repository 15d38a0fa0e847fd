/** A new version is offered, never forced: somebody may be in the middle of a bid. */
import { takeNewVersion } from '../net/worker'
import { t } from '../words/i18n'

export function UpdateBar() {
  return (
    <div class="bar" role="status">
      <span>{t('shell.newVersion')}</span>
      <button type="button" class="plain" onClick={takeNewVersion}>
        {t('shell.takeIt')}
      </button>
    </div>
  )
}
