/** A link by which the family watches the way; it ends with the trip. */
import { useSignal } from '@preact/signals'
import { ShareWayDocument } from '../../gql/trip'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { t } from '../../words/i18n'

export function Share({ tripId }: { tripId: string }) {
  const link = useSignal('')
  const { wrong, busy, act } = useActing()

  async function share() {
    await act(`share ${tripId}`, async () => {
      const { shareTrip } = await mutate(ShareWayDocument, { tripId })
      // Behind the hash, which no server and no log ever sees.
      if (shareTrip.__typename === 'ShareLink') {
        link.value = `${location.origin}/trip/shared#${shareTrip.token}`
      }
      return shareTrip
    })
    if (link.peek()) await navigator.share?.({ url: link.peek() }).catch(() => undefined)
  }

  return (
    <div class="stack">
      <button type="button" class="plain" disabled={busy.value} onClick={() => void share()}>
        {t('trip.share')}
      </button>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {link.value && (
        <p>
          {t('trip.shareNote')}{' '}
          <a lang="en" href={link.value}>
            {link.value}
          </a>
        </p>
      )}
    </div>
  )
}
