/** Complaining, and what one complained of: where each stands and until when it is answered. */
import { useEffect } from 'preact/hooks'
import type { ComplaintKind } from '../gql'
import { MyComplaintsDocument } from '../gql/nalish'
import { useAccount } from '../net/account'
import { usePages } from '../net/pages'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { More } from '../parts/More'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { learn } from '../words/bn'
import { nalish as words } from '../words/bn/nalish'
import { type Key, t } from '../words/i18n'
import { digits } from '../words/numbers'
import { Line } from './nalish/Line'
import { LodgeForm } from './nalish/LodgeForm'
import { KINDS } from './nalish/naming'

learn(words)

// The page on which something went wrong says what: /nalish?kind=PROVIDER&of=booking&n=12&name=…
const OF: Record<string, Key> = {
  booking: 'nalish.booking',
  order: 'nalish.order',
  deal: 'nalish.deal',
}

export default function Complaints({ search }: PageProps) {
  useEffect(() => {
    document.title = `${t('nalish.title')} — ${t('shell.brand')}`
  }, [])
  const kind = KINDS.find(each => each === search.get('kind')) ?? 'ROAD'
  return (
    <div class="stack">
      <h1>{t('nalish.title')}</h1>
      <p class="soft">{t('nalish.lead')}</p>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('nalish.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && <Signed kind={kind} about={aboutOf(search)} />}
    </div>
  )
}

function aboutOf(search: URLSearchParams): string {
  const key = OF[search.get('of') ?? '']
  const n = digits((search.get('n') ?? '').slice(0, 20))
  return key ? t(key, { n, name: (search.get('name') ?? '').slice(0, 80) }) : ''
}

function Signed({ kind, about }: { kind: ComplaintKind; about: string }) {
  const page = usePages(MyComplaintsDocument, {}, data => data.myComplaints, { perViewer: true })
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void page.reload()
  })
  const mine = page.edges?.map(({ node }) => node) ?? []
  return (
    <>
      <LodgeForm kind={kind} about={about} />
      <section class="stack" aria-label={t('nalish.mine')}>
        <h2>{t('nalish.mine')}</h2>
        {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
        {!page.edges && !page.fault && <Skeleton rows={3} />}
        {page.edges && mine.length === 0 && <Empty text={t('nalish.none')} />}
        <ul class="lines">
          {mine.map(complaint => (
            <Line key={complaint.id} complaint={complaint} />
          ))}
        </ul>
        <More more={page.more} />
      </section>
    </>
  )
}
