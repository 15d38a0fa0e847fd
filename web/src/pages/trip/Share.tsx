/** A link by which the family watches the way; it ends with the trip. */
import { useSignal } from '@preact/signals'
import { EndLinksDocument, ShareWayDocument } from '../../gql/trip'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Asked } from '../../parts/Asked'
import { toast } from '../../parts/Toast'
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

  async function end() {
    const went = await act(`end ${tripId}`, async () => {
      return (await mutate(EndLinksDocument, { tripId })).unshareTrip
    })
    if (!went) return false
    link.value = ''
    toast(t('trip.unshared'))
    return true
  }

  return (
    <div class="stack">
      <div class="row">
        <button type="button" class="plain" disabled={busy.value} onClick={() => void share()}>
          {t('trip.share')}
        </button>
        <Asked
          label={t('trip.unshare')}
          note={t('trip.unshareNote')}
          yes={t('trip.unshareYes')}
          deed={end}
        />
      </div>
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
