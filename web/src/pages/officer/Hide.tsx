/** A review that nobody should read: an officer of the place hides it, with the reason. */
import { HideReviewDocument } from '../../gql/reviews'
import { mutate } from '../../net/client'
import { learn } from '../../words/bn'
import { officer } from '../../words/bn/officer'
import { t } from '../../words/i18n'
import { Deed } from './Deed'

learn(officer)

export function Hide({ reviewId, after }: { reviewId: string; after: () => Promise<void> }) {
  return (
    <Deed
      label={t('seba.hide')}
      plain
      deed={async reason => (await mutate(HideReviewDocument, { reviewId, reason })).hideReview}
      after={after}
    />
  )
}
