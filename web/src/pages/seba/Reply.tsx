/** A provider's public answer to a review of himself; there is one. */
import { useSignal } from '@preact/signals'
import { AnswerReviewDocument } from '../../gql/reviews'
import { mutate } from '../../net/client'
import { TextArea } from '../../parts/Field'
import { SaveForm } from '../../parts/SaveForm'
import { t } from '../../words/i18n'

type Props = { reviewId: string; after: () => Promise<void> }

export function Reply({ reviewId, after }: Props) {
  const text = useSignal('')
  return (
    <SaveForm
      wish={text.value}
      check={() => (text.value.trim() ? null : t('form.fill'))}
      save={async () => {
        const variables = { reviewId, text: text.peek().trim() }
        return (await mutate(AnswerReviewDocument, variables)).replyToReview
      }}
      after={after}
      go={t('seba.replyGo')}
    >
      <TextArea
        label={t('seba.reply')}
        hint={t('seba.replyHint')}
        maxLength={2000}
        value={text.value}
        onValue={value => {
          text.value = value
        }}
      />
    </SaveForm>
  )
}
