/** A review of what is over: one to five stars and a few words, once for each side. */
import { useSignal } from '@preact/signals'
import { ReviewDocument } from '../../gql/booking'
import { PictureReviewDocument } from '../../gql/reviews'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Choice } from '../../parts/Choice'
import { TextArea } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { Shots } from '../../parts/Shots'
import { t } from '../../words/i18n'
import { number } from '../../words/numbers'
import type { Desk } from '../Booking'
import { Given } from './Given'

const Photos = onDemand(() => import('../../parts/Photos').then(each => each.Photos))

const STARS = [5, 4, 3, 2, 1]
const MOST_PHOTOS = 4

export function ReviewForm({ booking, reload }: Desk) {
  const stars = useSignal('')
  const text = useSignal('')
  const { wrong, busy, act } = useActing()
  const own = booking.reviews.find(review => review.by === booking.part)

  async function send() {
    await act('review', async () => {
      const said = { stars: Number(stars.peek()), text: text.peek().trim() }
      return (await mutate(ReviewDocument, { bookingId: booking.id, ...said })).writeReview
    })
    await reload()
  }

  return (
    <section class="card stack" aria-label={t('booking.review')}>
      <h2>{t('booking.review')}</h2>
      {booking.reviews.map(review => (
        <div key={review.id}>
          <Given stars={review.stars} />
          <p>{review.text}</p>
          <p class="soft">{review.authorName}</p>
          <Shots media={review.media} title={review.authorName} />
        </div>
      ))}
      {own && <p class="notice good">{t('booking.reviewed')}</p>}
      {own && booking.reviews.length === 1 && (
        <Opened
          title={t('booking.reviewPhotos')}
          show={() => (
            <Photos
              hung={own.media}
              most={MOST_PHOTOS}
              title={t('booking.reviewPhoto')}
              hang={async media => {
                const input = { reviewId: own.id, media }
                return (await mutate(PictureReviewDocument, { input })).setReviewMedia
              }}
              after={reload}
            />
          )}
        />
      )}
      {!own && (
        <form
          class="stack"
          onSubmit={event => {
            event.preventDefault()
            void send()
          }}
        >
          <Choice
            label={t('booking.stars')}
            value={stars.value}
            onValue={value => {
              stars.value = value
            }}
            options={STARS.map(n => ({
              value: String(n),
              label: `${number(n)} ${'★'.repeat(n)}`,
            }))}
          />
          <TextArea
            label={t('booking.reviewText')}
            value={text.value}
            maxLength={2000}
            onValue={value => {
              text.value = value
            }}
          />
          {wrong.value && (
            <p class="notice bad" role="alert">
              {wrong.value}
            </p>
          )}
          <button type="submit" disabled={busy.value || stars.value === ''}>
            {t('booking.reviewSend')}
          </button>
        </form>
      )}
    </section>
  )
}
