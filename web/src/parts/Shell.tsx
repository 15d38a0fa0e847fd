/** What stands around each page: header, badge, language, the page, the foot, and what opens over it. */
import { asking, me } from '../net/session'
import { lost, route, show } from '../router'
import { lang, setLang, t } from '../words/i18n'
import { digits } from '../words/numbers'
import { ConnectionBadge } from './ConnectionBadge'
import { DemoBar } from './DemoBar'
import { SignInSheet } from './SignInSheet'
import { Toast } from './Toast'
import { UpdateBar } from './UpdateBar'

// The government's information and service line, until the platform has a desk of its own.
export const HELP_PHONE = '333'

export function Shell() {
  const shown = route.value
  const Page = shown?.page
  return (
    <>
      <a class="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header class="top">
        <a class="brand" href="/">
          {t('shell.brand')}
        </a>
        <ConnectionBadge />
        <LanguageButton />
      </header>
      <UpdateBar />
      <main id="main">
        {lost.value && <Lost />}
        {shown && Page && <Page key={shown.path} params={shown.params} search={shown.search} />}
      </main>
      <Foot />
      <DemoBar />
      <Toast />
      {asking.value && <SignInSheet done={asking.value} />}
    </>
  )
}

function LanguageButton() {
  const other = lang.value === 'bn' ? 'en' : 'bn'
  return (
    <button type="button" class="lang" lang={other} onClick={() => void setLang(other)}>
      {t('shell.language')}
      <span class="unseen"> {t('shell.languageLong')}</span>
    </button>
  )
}

function Foot() {
  const isOfficer = me.value?.roles.some(held => held.role !== 'VERIFIED_SELLER')
  return (
    <footer class="bottom">
      <nav aria-label={t('shell.menu')}>
        <a href="/haat">{t('shell.haat')}</a>
        <a href="/haat/sell">{t('shell.sell')}</a>
        <a href="/amar">{t('shell.mine')}</a>
        {isOfficer && <a href="/officer">{t('shell.officer')}</a>}
        <a href="/about">{t('shell.about')}</a>
      </nav>
      <p>
        {t('shell.help')} <a href={`tel:${HELP_PHONE}`}>{digits(HELP_PHONE)}</a>
      </p>
    </footer>
  )
}

function Lost() {
  return (
    <div class="notice bad" role="alert">
      <p>{t('shell.lost')}</p>
      <button type="button" class="plain" onClick={() => void show()}>
        {t('shell.retry')}
      </button>
    </div>
  )
}
