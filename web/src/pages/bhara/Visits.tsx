/** The visits of both sides: the owner's yes or no, the phone, and the offer of a tenancy. */
import type { VisitFragment } from '../../gql'
import { ComeNotDocument, LetComeDocument, LetNotComeDocument } from '../../gql/letting'
import { mutate } from '../../net/client'
import { Steps } from '../../parts/Steps'
import { t, titleOf } from '../../words/i18n'
import { digits } from '../../words/numbers'
import { clockTime, longDate } from '../../words/time'
import { OfferForm } from './OfferForm'

type Props = { visits: VisitFragment[]; reload: () => Promise<void> }

// From the owner's yes on a tenancy may be offered by a visit.
const MET = new Set(['CONFIRMED', 'DONE'])

export function Visits({ visits, reload }: Props) {
  if (visits.length === 0) return null
  return (
    <section aria-label={t('bhara.visits')} aria-live="polite">
      <h2>{t('bhara.visits')}</h2>
      <ul class="lines">
        {visits.map(visit => (
          <Visit key={visit.id} visit={visit} reload={reload} />
        ))}
      </ul>
    </section>
  )
}

function Visit({ visit, reload }: { visit: VisitFragment; reload: () => Promise<void> }) {
  const { id: viewingId, unit, startsAt, state, note, phone, allowedTransitions: moves } = visit
  return (
    <li class="card stack">
      <p>
        <a href={`/bhara/${unit.id.replace('RentalUnit:', '')}`}>{titleOf(unit)}</a>
      </p>
      {unit.mine && <p>{t('bhara.visitor', { name: visit.visitorName })}</p>}
      <p>
        {longDate(startsAt)}, {clockTime(startsAt)} · <strong>{t(`bhara.visit_${state}`)}</strong>
      </p>
      {!unit.mine && unit.address && <p>{digits(unit.address)}</p>}
      {note && <p class="soft">{digits(note)}</p>}
      {phone && (
        <p>
          <a class="button plain" href={`tel:${phone}`}>
            {t('bhara.ring', { n: digits(phone) })}
          </a>
        </p>
      )}
      <Steps
        id={viewingId}
        reload={reload}
        steps={[
          {
            label: t('bhara.come'),
            when: moves.includes('CONFIRM'),
            send: async () => (await mutate(LetComeDocument, { viewingId })).confirmViewing,
          },
          {
            label: t('bhara.no'),
            when: moves.includes('DECLINE'),
            plain: true,
            send: async () => (await mutate(LetNotComeDocument, { viewingId })).declineViewing,
          },
          {
            label: t('bhara.callOff'),
            when: moves.includes('CANCEL'),
            plain: true,
            send: async () => (await mutate(ComeNotDocument, { viewingId })).cancelViewing,
          },
        ]}
      />
      {unit.mine && unit.state === 'AVAILABLE' && MET.has(state) && (
        <details>
          <summary>{t('bhara.offer')}</summary>
          <OfferForm viewingId={viewingId} />
        </details>
      )}
    </li>
  )
}
