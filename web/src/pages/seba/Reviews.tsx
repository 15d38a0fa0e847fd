/** What citizens say of a provider, the newest first, with his answers. */
import { ProviderReviewsDocument } from '../../gql/services'
import { useQuery } from '../../net/load'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { t } from '../../words/i18n'
import { longDate } from '../../words/time'
import { Given } from './Given'

export function Reviews({ providerId }: { providerId: string }) {
  const { data, fault, reload } = useQuery(ProviderReviewsDocument, { id: providerId })
  const reviews = data.value?.reviews.edges.map(edge => edge.node)
  return (
    <section class="stack" aria-label={t('seba.reviews')}>
      <h2>{t('seba.reviews')}</h2>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      {!reviews && !fault.value && <Skeleton rows={2} />}
      {reviews?.length === 0 && <p class="soft">{t('seba.noReviews')}</p>}
      <ul class="lines">
        {reviews?.map(review => (
          <li key={review.id} class="card">
            <Given stars={review.stars} />
            <p>{review.text}</p>
            <p class="soft">
              {review.authorName} · {longDate(review.writtenAt)}
            </p>
            {review.reply && <p>{t('seba.replied', { text: review.reply })}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
