/** What stands around each page: header, badge, language, the page, the foot, and what opens over it. */

import { assisting } from '../net/assisting'
import { serves } from '../net/officers'
import { asking, demo, me } from '../net/session'
import { waiting } from '../net/worker'
import { lost, route, show } from '../router'
import { type Key, lang, setLang, t } from '../words/i18n'
import { digits } from '../words/numbers'
import { ConnectionBadge } from './ConnectionBadge'
import { onDemand } from './onDemand'
import { Toast } from './Toast'

// The government's information and service line, until the platform has a desk of its own.
export const HELP_PHONE = '333'

const DemoBar = onDemand(() => import('./DemoBar').then(each => each.DemoBar))
const ActingBar = onDemand(() => import('./ActingBar').then(each => each.ActingBar))
const Bell = onDemand(() => import('./Bell').then(each => each.Bell))
const UpdateBar = onDemand(() => import('./UpdateBar').then(each => each.UpdateBar))
const SignInSheet = onDemand(() => import('./SignInSheet').then(each => each.SignInSheet))

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
        <nav class="top-nav" aria-label={t('shell.menu')}>
          <Places />
        </nav>
        <ConnectionBadge />
        {me.value && !assisting && <Bell />}
        <LanguageButton />
      </header>
      {assisting && <ActingBar acted={assisting} />}
      {waiting.value && <UpdateBar />}
      <main id="main">
        {lost.value && <Lost />}
        {shown && Page && <Page key={shown.path} params={shown.params} search={shown.search} />}
      </main>
      <Foot />
      {demo.value && !assisting && <DemoBar />}
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

/** Where one can go from everywhere: in the header where there is room, else at the foot. */
const PLACES: [string, Key][] = [
  ['/haat', 'shell.haat'],
  ['/seba', 'shell.seba'],
  ['/haat/sell', 'shell.sell'],
  ['/amar', 'shell.mine'],
  ['/about', 'shell.about'],
]

function Places() {
  const here = route.value?.path
  const shown: [string, Key][] = serves(me.value)
    ? [...PLACES, ['/officer', 'shell.officer']]
    : PLACES
  return (
    <>
      {shown.map(([href, key]) => (
        <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
          {t(key)}
        </a>
      ))}
    </>
  )
}

function Foot() {
  return (
    <footer class="bottom">
      <nav aria-label={t('shell.menu')}>
        <Places />
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
