/** The provider's own page: the switch, what is asked, the work in hand, and what he offers. */
import './facts.css'
import './seba.css'
import { useEffect } from 'preact/hooks'
import type { DeskPageQuery } from '../gql'
import { DeskPageDocument, FollowDeskDocument } from '../gql/desk'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { useNews } from '../seba/useNews'
import { learn } from '../words/bn'
import { desk as words } from '../words/bn/desk'
import { seba } from '../words/bn/seba'
import { t } from '../words/i18n'

learn(words)
learn(seba)

export type Own = NonNullable<DeskPageQuery['myDesk']>

const UNSAID = new Set(['DRAFT', 'NEEDS_INFO'])
const Enroll = onDemand(() => import('./seba/Enroll').then(each => each.Enroll), 4)
const Work = onDemand(() => import('./seba/Work').then(each => each.Work), 4)
const DeskPapers = onDemand<{ own: Own; reload: () => Promise<void> }>(() =>
  import('./seba/DeskPapers').then(each => each.DeskPapers),
)

export default function Desk() {
  useEffect(() => {
    document.title = `${t('desk.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('desk.title')}</h1>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('desk.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && <Signed />}
    </div>
  )
}

function Signed() {
  const { data, fault, reload } = useQuery(DeskPageDocument, {}, { perViewer: true })
  const own = data.value?.myDesk
  useNews(FollowDeskDocument, { providerId: own?.id ?? '' }, own?.id, () => void reload())
  const jobs = data.value?.deskBookings.edges.map(edge => edge.node) ?? []
  const asked = jobs.filter(job => job.state === 'REQUESTED').length
  useEffect(() => {
    const count = asked > 0 ? `(${asked}) ` : ''
    document.title = `${count}${t('desk.title')} — ${t('shell.brand')}`
  }, [asked])
  if (!data.value) {
    return fault.value ? (
      <Problem fault={fault.value} retry={() => void reload()} />
    ) : (
      <Skeleton rows={4} />
    )
  }
  const papers = own && own.missingPapers.length + own.papers.length > 0 && (
    <DeskPapers own={own} reload={reload} />
  )
  if (!own || UNSAID.has(own.state)) {
    return (
      <>
        <Enroll own={own ?? null} reload={reload} />
        {papers}
      </>
    )
  }
  return (
    <>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      <Work own={own} jobs={jobs} reload={reload}>
        {papers}
      </Work>
    </>
  )
}
