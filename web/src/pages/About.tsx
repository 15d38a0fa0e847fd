/** What this is, how an auction works, what is kept of whom, and whose data are shown. */
import { useEffect } from 'preact/hooks'
import { AboutPageDocument } from '../gql/about'
import { useQuery } from '../net/load'
import { learn } from '../words/bn'
import { about as words } from '../words/bn/about'
import { type Key, pick, t } from '../words/i18n'
import { Receipts } from './about/Receipts'

learn(words)

const CHAPTERS: [string, Key, Key][] = [
  ['auction', 'about.auction', 'about.auctionText'],
  ['soft-close', 'about.soft', 'about.softText'],
  ['log', 'about.log', 'about.logText'],
  ['sellers', 'about.seller', 'about.sellerText'],
  ['money', 'about.money', 'about.moneyText'],
  ['privacy', 'about.privacy', 'about.privacyText'],
  ['help', 'about.help', 'about.helpText'],
]

export default function About() {
  const { data } = useQuery(AboutPageDocument, {})
  useEffect(() => {
    document.title = `${t('about.title')} — ${t('shell.brand')}`
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
  return (
    <div class="stack">
      <h1>{t('about.title')}</h1>
      <p>{t('about.lead')}</p>
      {CHAPTERS.map(([id, title, text]) => (
        <section key={id} id={id} class="card">
          <h2>{t(title)}</h2>
          <p>{t(text)}</p>
        </section>
      ))}
      <Receipts sealKey={data.value?.receiptKey} />
      <section class="card">
        <h2>{t('about.open')}</h2>
        <p>{t('about.openText')}</p>
        <p class="row">
          <a href="/hishab">{t('about.figures')}</a>
          <a href="/nalish">{t('about.complain')}</a>
        </p>
      </section>
      <section class="card">
        <h2>{t('about.maps')}</h2>
        <ul>
          {data.value?.attributions.map(each => (
            <li key={each.notice}>
              {pick({ bn: each.coversBn, en: each.coversEn })}: <span lang="en">{each.notice}</span>{' '}
              (
              <a href={each.licenseUrl} lang="en" rel="license">
                {each.license}
              </a>
              )
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
