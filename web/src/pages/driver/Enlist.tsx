/** Becoming a driver: who one is, with what one goes out, the papers, and handing all of it in. */
import type { ComponentChildren } from 'preact'
import type { DriverPapersQuery } from '../../gql'
import { DriverPapersDocument, HandInDriverDocument } from '../../gql/enlist'
import { SetMyPapersDocument } from '../../gql/media'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Opened } from '../../parts/Opened'
import type { Props as PapersProps } from '../../parts/OwnPapers'
import { onDemand } from '../../parts/onDemand'
import { paperName } from '../../parts/Papers'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { enlist as words } from '../../words/bn/enlist'
import { type Key, t } from '../../words/i18n'
import { longDate } from '../../words/time'
import { PapersForm } from './PapersForm'
import type { Props as VehiclesProps } from './Vehicles'

learn(words)

// These come once something is written down.
const OwnPapers = onDemand<PapersProps>(
  () => import('../../parts/OwnPapers').then(each => each.OwnPapers),
  2,
)
const Vehicles = onDemand<VehiclesProps>(() => import('./Vehicles').then(each => each.Vehicles), 2)
const Driving = onDemand(() => import('./Driving').then(each => each.Driving), 2)
// What may be written by oneself; papers that ended are begun anew.
const WRITABLE = new Set([undefined, 'DRAFT', 'NEEDS_INFO', 'REJECTED'])
const UNSENT = new Set(['DRAFT', 'NEEDS_INFO'])

export type Driver = NonNullable<DriverPapersQuery['myDriver']>
type Props = { after: () => Promise<void> }

export function Enlist({ after }: Props) {
  const page = useQuery(DriverPapersDocument, {}, { perViewer: true })
  if (page.fault.value) {
    return <Problem fault={page.fault.value} retry={() => void page.reload()} />
  }
  if (!page.data.value) return <Skeleton rows={4} />
  const own = page.data.value.myDriver
  const reload = async () => {
    await Promise.all([page.reload(), after()])
  }
  return (
    <>
      <h2>{t('enlist.title')}</h2>
      <p class="soft">{t('enlist.lead')}</p>
      {own && <Standing own={own} />}
      {WRITABLE.has(own?.state) && <PapersForm own={own} after={reload} />}
      {own && UNSENT.has(own.state) && (
        <>
          <Part title={t('enlist.vehicles')}>
            <Vehicles vehicles={own.vehicles} after={reload} />
          </Part>
          <Shown own={own} after={reload} />
          <HandIn after={reload} />
        </>
      )}
    </>
  )
}

/** What a verified driver keeps beside his work: vehicles, papers, and the trips that were. */
export function Kept({ after }: Props) {
  return (
    <>
      <div class="card">
        <Opened title={t('enlist.vehicles')} show={() => <KeptThings after={after} />} />
      </div>
      <div class="card">
        <Opened title={t('enlist.driving')} show={() => <Driving />} />
      </div>
    </>
  )
}

function KeptThings({ after }: Props) {
  const page = useQuery(DriverPapersDocument, {}, { perViewer: true })
  const own = page.data.value?.myDriver
  if (!own) return <Skeleton rows={2} />
  const reload = async () => {
    await Promise.all([page.reload(), after()])
  }
  return (
    <div class="stack">
      <Vehicles vehicles={own.vehicles} after={reload} />
      <Shown own={own} after={reload} />
    </div>
  )
}

function Standing({ own }: { own: Driver }) {
  return (
    <p class="notice" role="status">
      <span>
        {t(`enlist.state_${own.state}` as Key)} {own.reason}{' '}
        {own.state === 'SUBMITTED' && own.dueAt && t('enlist.due', { day: longDate(own.dueAt) })}
      </span>
    </p>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Shown({ own, after }: Props & { own: Driver }) {
  const [next = 'IDENTITY'] = own.missingPapers
  if (next === 'PHOTO' || next === 'VIDEO') return null
  const missing = own.missingPapers.map(paperName).join(', ')
  return (
    <Part title={t('enlist.papers')}>
      {missing && <p class="notice">{t('files.missing', { kinds: missing })}</p>}
      <OwnPapers
        papers={own.papers}
        kind={next}
        title={missing ? paperName(next) : t('enlist.papers')}
        hang={async media => (await mutate(SetMyPapersDocument, { input: { media } })).setMyPapers}
        after={after}
      />
    </Part>
  )
}

function HandIn({ after }: Props) {
  const { wrong, busy, act } = useActing()
  return (
    <>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button
        type="button"
        disabled={busy.value}
        onClick={() =>
          void act('hand in', async () => {
            return (await mutate(HandInDriverDocument, {})).submitDriver
          }).then(went => (went ? after() : undefined))
        }
      >
        {t('enlist.submit')}
      </button>
    </>
  )
}
