/** What the worker shows when a page was never seen and there is no line. */
import { useEffect } from 'preact/hooks'
import { learn } from '../words/bn'
import { about as words } from '../words/bn/about'
import { t } from '../words/i18n'

learn(words)

export default function Offline() {
  useEffect(() => {
    document.title = t('about.offline')
    const again = () => location.reload()
    // At its own address there is nothing to come back to.
    if (location.pathname === '/offline') return
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [])
  return (
    <div class="stack">
      <h1>{t('about.offline')}</h1>
      <p>{t('about.offlineText')}</p>
      <p class="row">
        <button type="button" onClick={() => location.reload()}>
          {t('shell.retry')}
        </button>
        <a class="button plain" href="/">
          {t('shell.brand')}
        </a>
      </p>
    </div>
  )
}
