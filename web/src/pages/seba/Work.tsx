/** What a provider does: the switch, what is asked of him, the work in hand, what he offers. */
import type { ComponentChildren } from 'preact'
import type { JobFragment } from '../../gql'
import { Countdown } from '../../parts/Countdown'
import { learn } from '../../words/bn'
import { booking } from '../../words/bn/booking'
import { type Key, t, titleOf } from '../../words/i18n'
import { money } from '../../words/numbers'
import { clockTime, longDate } from '../../words/time'
import type { Own } from '../Desk'
import { OwnServices } from './OwnServices'
import { Switch } from './Switch'
import { spotText } from './words'

learn(booking)

const IN_HAND = new Set(['CONFIRMED', 'IN_PROGRESS'])

type Props = {
  own: Own
  jobs: JobFragment[]
  reload: () => Promise<void>
  children: ComponentChildren
}

export function Work({ own, jobs, reload, children }: Props) {
  return (
    <>
      {own.state !== 'VERIFIED' && (
        <p class="notice">
          {t(`desk.state_${own.state}` as Key)}{' '}
          {own.decisionDueAt && t('desk.due', { day: longDate(own.decisionDueAt) })} {own.reason}
        </p>
      )}
      {children}
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
