/** What citizens say of a provider, the newest first, with his answers. */
import { ProviderReviewsDocument } from '../../gql/services'
import { useQuery } from '../../net/load'
import { me } from '../../net/session'
import { onDemand } from '../../parts/onDemand'
import { Problem } from '../../parts/Problem'
import { Shots } from '../../parts/Shots'
import { Skeleton } from '../../parts/Skeleton'
import { t } from '../../words/i18n'
import { longDate } from '../../words/time'
import { Given } from './Given'

const Hide = onDemand(() => import('../officer/Hide').then(each => each.Hide))
const Reply = onDemand(() => import('./Reply').then(each => each.Reply), 2)
// Whether it is of his place the server knows.
const OFFICERS = new Set(['OFFICER', 'ADMINISTRATOR'])

/** `mine`: of oneself, so that one may answer. */
export function Reviews({ providerId, mine = false }: { providerId: string; mine?: boolean }) {
  const { data, fault, reload } = useQuery(ProviderReviewsDocument, { id: providerId })
  const isOfficer = me.value?.roles.some(({ role }) => OFFICERS.has(role))
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
            <Shots media={review.media} title={review.authorName} />
            <p class="soft">
              {review.authorName} · {longDate(review.writtenAt)}
            </p>
            {review.reply && <p>{t('seba.replied', { text: review.reply })}</p>}
            {isOfficer && <Hide reviewId={review.id} after={reload} />}
            {mine && !review.reply && <Reply reviewId={review.id} after={reload} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
