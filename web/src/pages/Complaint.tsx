/** One complaint, for its author and for the officers of its desk: how it stands, and each next step. */
import './facts.css'
import { useEffect } from 'preact/hooks'
import type { ComplaintViewFragment } from '../gql'
import { ComplaintPageDocument, FollowComplaintDocument } from '../gql/nalish'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { Gone } from '../parts/Gone'
import { onDemand } from '../parts/onDemand'
import { Pictures } from '../parts/Pictures'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { useNews } from '../seba/useNews'
import { learn } from '../words/bn'
import { nalish as words } from '../words/bn/nalish'
import { placeText, t } from '../words/i18n'
import { digits, number } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { Author } from './nalish/Author'
import type { HandleProps } from './nalish/Handle'
import { Due } from './nalish/Line'

learn(words)

const Handle = onDemand<HandleProps>(() => import('./nalish/Handle').then(each => each.Handle))

export default function ComplaintPage({ params, search }: PageProps) {
  const id = `Complaint:${params.n}`
  const page = useQuery(ComplaintPageDocument, { id }, { perViewer: true })
  const complaint = page.data.value?.complaint
  useNews(FollowComplaintDocument, { complaintId: id }, complaint?.id, () => void page.reload())
  useEffect(() => {
    document.title = `${t('nalish.title')} — ${t('shell.brand')}`
  }, [])
  if (me.value === null) {
    return (
      <div class="stack">
        <h1>{t('nalish.title')}</h1>
        <Empty text={t('nalish.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      </div>
    )
  }
  if (page.data.value && !complaint && !page.loading.value)
    return <Gone params={params} search={search} />
  return (
    <div class="stack">
      <h1>{complaint ? t(`nalish.kind_${complaint.kind}`) : t('nalish.title')}</h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {complaint ? (
        <Whole complaint={complaint} reload={page.reload} number={params.n ?? ''} />
      ) : (
        <Skeleton rows={5} />
      )}
    </div>
  )
}

type Shown = { complaint: ComplaintViewFragment; reload: () => Promise<void> }

function Whole({ complaint, reload, number: n }: Shown & { number: string }) {
  return (
    <>
      <Standing complaint={complaint} />
      {complaint.mine ? (
        <Author complaint={complaint} reload={reload} />
      ) : (
        complaint.allowedTransitions.length > 0 && <Handle complaint={complaint} reload={reload} />
      )}
      <What complaint={complaint} n={n} />
      <Way complaint={complaint} />
      <p>
        {complaint.mine ? (
          <a href="/nalish">{t('nalish.mine')}</a>
        ) : (
          <a href="/officer?desk=complaints">{t('nalish.all')}</a>
        )}
      </p>
    </>
  )
}

function Standing({ complaint }: { complaint: ComplaintViewFragment }) {
  const { state, desk, assigneeName, escalated, reopened, fixed } = complaint
  return (
    <section class="card stack" aria-live="polite">
      <p>
        <strong>{t(`nalish.state_${state}`)}</strong>
      </p>
      {state === 'CLOSED' && <p>{t(fixed ? 'nalish.fixed' : 'nalish.notSaid')}</p>}
      <Due complaint={complaint} />
      {desk && <p class="soft">{t('nalish.desk', { place: placeText(desk) })}</p>}
      {assigneeName && <p class="soft">{t('nalish.with', { name: assigneeName })}</p>}
      {escalated > 0 && <p>{t('nalish.escalated', { n: number(escalated) })}</p>}
      {reopened > 0 && <p>{t('nalish.reopened', { n: number(reopened) })}</p>}
    </section>
  )
}

function What({ complaint, n }: { complaint: ComplaintViewFragment; n: string }) {
  const { text, place, address, createdAt, mine, authorName, phone, media, proofs } = complaint
  const made = { day: longDate(createdAt), time: clockTime(createdAt) }
  return (
    <section class="card stack" aria-label={t('nalish.text')}>
      <h2>{t('nalish.number', { n: digits(n) })}</h2>
      <p class="spoken">{text}</p>
      <p class="soft">
        {place && placeText(place)}
        {address && ` · ${address}`}
      </p>
      <p class="soft">
        {t('nalish.lodged', made)}
        {!mine && authorName && ` · ${t('nalish.by', { name: authorName })}`}
      </p>
      {phone && (
        <p>
          <a class="button plain" href={`tel:${phone}`}>
            {t('nalish.ring', { n: digits(phone) })}
          </a>
        </p>
      )}
      <Pictures title={t('nalish.pictures')} photos={media} />
      <Pictures title={t('nalish.proofs')} photos={proofs} />
    </section>
  )
}

/** What was done, in order: it is never changed. */
function Way({ complaint: { steps } }: { complaint: ComplaintViewFragment }) {
  return (
    <section class="card stack">
      <h2>{t('nalish.way')}</h2>
      <ol class="told" aria-label={t('nalish.way')}>
        {steps.map(({ move, note, byName, at }) => (
          <li key={at}>
            <p>
              <strong>{t(`nalish.did_${move}`)}</strong>
            </p>
            {note && <p class="spoken">{note}</p>}
            <p class="soft">
              {byName ?? t('nalish.clock')} · {longDate(at)}, {clockTime(at)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
