/** The provider's own page: the switch, what is asked, the work in hand, and what he offers. */
import './facts.css'
import './seba.css'
import { useEffect } from 'preact/hooks'
import type { DeskPageQuery, JobFragment } from '../gql'
import { DeskPageDocument, FollowDeskDocument } from '../gql/desk'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Countdown } from '../parts/Countdown'
import { Empty } from '../parts/Empty'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { useNews } from '../seba/useNews'
import { learn } from '../words/bn'
import { booking } from '../words/bn/booking'
import { desk as words } from '../words/bn/desk'
import { seba } from '../words/bn/seba'
import { type Key, t, titleOf } from '../words/i18n'
import { money } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { Enroll } from './seba/Enroll'
import { OwnServices } from './seba/OwnServices'
import { Switch } from './seba/Switch'
import { spotText } from './seba/words'

learn(words)
learn(booking)
learn(seba)

export type Own = NonNullable<DeskPageQuery['myDesk']>

const IN_HAND = new Set(['CONFIRMED', 'IN_PROGRESS'])
const UNSAID = new Set(['DRAFT', 'NEEDS_INFO'])

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
  if (!own || UNSAID.has(own.state)) return <Enroll own={own ?? null} reload={reload} />
  return (
    <>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      {own.state !== 'VERIFIED' && (
        <p class="notice">
          {t(`desk.state_${own.state}` as Key)}{' '}
          {own.decisionDueAt && t('desk.due', { day: longDate(own.decisionDueAt) })} {own.reason}
        </p>
      )}
      {own.state === 'VERIFIED' && <Switch own={own} reload={reload} />}
      <Jobs
        title={t('desk.asked')}
        none={t('desk.noAsked')}
        jobs={jobs.filter(job => job.state === 'REQUESTED')}
      />
      <Jobs
        title={t('desk.jobs')}
        none={t('desk.noJobs')}
        jobs={jobs.filter(job => IN_HAND.has(job.state))}
      />
      <OwnServices own={own} reload={reload} />
      <details>
        <summary>{t('desk.past')}</summary>
        <Lines jobs={jobs.filter(job => job.state !== 'REQUESTED' && !IN_HAND.has(job.state))} />
      </details>
    </>
  )
}

function Jobs({ title, none, jobs }: { title: string; none: string; jobs: JobFragment[] }) {
  return (
    <section aria-label={title} aria-live="polite">
      <h2>{title}</h2>
      {jobs.length === 0 && <p class="soft">{none}</p>}
      <Lines jobs={jobs} />
    </section>
  )
}

function Lines({ jobs }: { jobs: JobFragment[] }) {
  return (
    <ul class="lines">
      {jobs.map(job => (
        <li key={job.id} class="card">
          <a href={`/seba/booking/${job.id.replace('Booking:', '')}`}>
            {job.citizenName}: {titleOf(job.service)}
          </a>
          <p>
            {longDate(job.startsAt)}, {clockTime(job.startsAt)} · {money(job.price)}
          </p>
          {job.place && <p class="soft">{spotText(job.place)}</p>}
          <p class="soft">
            {t(`booking.state_${job.state}` as Key)}{' '}
            {job.state === 'REQUESTED' && job.dueAt && (
              <>
                {t('desk.by')} <Countdown until={job.dueAt} label={t('desk.by')} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
