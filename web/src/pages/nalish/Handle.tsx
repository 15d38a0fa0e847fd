/** What an officer can do with a complaint: take it, ask, and answer in words that both sides read. */
import type { ComplaintViewFragment } from '../../gql'
import {
  AskAuthorDocument,
  BeginOnItDocument,
  SayNothingDoneDocument,
  TakeComplaintDocument,
} from '../../gql/nalish'
import { mutate } from '../../net/client'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { type Step, Steps } from '../../parts/Steps'
import { t } from '../../words/i18n'
import { Resolve } from './Resolve'

export type HandleProps = { complaint: ComplaintViewFragment; reload: () => Promise<void> }

const HandOver = onDemand<HandleProps>(() => import('./HandOver').then(each => each.HandOver))

export function Handle({ complaint, reload }: HandleProps) {
  const { id: complaintId, allowedTransitions: moves } = complaint
  return (
    <section class="stack">
      {moves.includes('RESOLVE') && <Resolve complaint={complaint} reload={reload} />}
      <Steps
        id={complaintId}
        reload={reload}
        steps={[
          takingOf(complaint),
          {
            label: t('nalish.begin'),
            when: moves.includes('BEGIN'),
            plain: true,
            send: async () => (await mutate(BeginOnItDocument, { complaintId })).beginComplaint,
          },
          {
            label: t('nalish.ask'),
            when: moves.includes('ASK'),
            plain: true,
            field: t('nalish.words'),
            yes: t('nalish.yes'),
            send: async text =>
              (await mutate(AskAuthorDocument, { complaintId, text })).askComplainant,
          },
          {
            label: t('nalish.reject'),
            when: moves.includes('REJECT'),
            plain: true,
            field: t('nalish.words'),
            yes: t('nalish.yes'),
            send: async text =>
              (await mutate(SayNothingDoneDocument, { complaintId, text })).rejectComplaint,
          },
        ]}
      />
      {moves.includes('ASSIGN') && (
        <Opened
          title={t('nalish.give')}
          show={() => (
            <HandOver key={complaint.assigneeName} complaint={complaint} reload={reload} />
          )}
        />
      )}
    </section>
  )
}

/** Return the step of taking it: from another's hands with a reason; none if it is one's own. */
function takingOf(complaint: ComplaintViewFragment): Step {
  const { id: complaintId, allowedTransitions: moves, assigneeName, phone } = complaint
  const taken = assigneeName !== null
  return {
    label: t('nalish.take'),
    // The phone is told to nobody but who has it in hand.
    when: moves.includes('ASSIGN') && phone === null,
    ...(taken ? { field: t('nalish.why'), yes: t('nalish.yes') } : {}),
    plain: taken,
    send: async reason =>
      (await mutate(TakeComplaintDocument, { complaintId, reason })).assignComplaint,
  }
}
