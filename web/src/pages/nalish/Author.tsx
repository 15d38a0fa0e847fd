/** What the author of a complaint can do: answer, say that it is mended, have it opened again. */
import type { ComplaintViewFragment } from '../../gql'
import { AnswerAskedDocument, OpenAgainDocument, SayFixedDocument } from '../../gql/nalish'
import { mutate } from '../../net/client'
import { Steps } from '../../parts/Steps'
import { t } from '../../words/i18n'

type Props = { complaint: ComplaintViewFragment; reload: () => Promise<void> }

export function Author({ complaint, reload }: Props) {
  const { id: complaintId, allowedTransitions: moves } = complaint
  const field = t('nalish.words')
  const yes = t('nalish.yes')
  return (
    <Steps
      id={complaintId}
      reload={reload}
      steps={[
        {
          label: t('nalish.answer'),
          when: moves.includes('ANSWER'),
          plain: false,
          field,
          yes,
          send: async text =>
            (await mutate(AnswerAskedDocument, { complaintId, text })).answerComplaint,
        },
        {
          label: t('nalish.confirm'),
          when: moves.includes('CONFIRM'),
          plain: false,
          yes,
          send: async () => (await mutate(SayFixedDocument, { complaintId })).confirmComplaintFixed,
        },
        {
          label: t('nalish.reopen'),
          when: moves.includes('REOPEN'),
          plain: true,
          field,
          yes,
          send: async text =>
            (await mutate(OpenAgainDocument, { complaintId, text })).reopenComplaint,
        },
      ]}
    />
  )
}
