/** What happened, what can be done, and a way to try again. */
import type { Fault } from '../net/faults'
import { pick, t } from '../words/i18n'

export function Problem({ fault, retry }: { fault: Fault; retry?: () => void }) {
  return (
    <div class="notice bad" role="alert">
      <p>{pick(fault)}</p>
      {retry && (
        <button type="button" class="plain" onClick={retry}>
          {t('shell.retry')}
        </button>
      )}
    </div>
  )
}
