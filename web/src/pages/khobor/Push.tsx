/** Being told on this very phone while no page is open: on, off, or why it cannot be. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { PushHereDocument, PushKeyDocument, PushNoMoreDocument } from '../../gql/khobor'
import { useActing } from '../../net/acting'
import { mutate, query } from '../../net/client'
import { t } from '../../words/i18n'

type Standing = 'unknown' | 'impossible' | 'off' | 'on'

export function Push() {
  const standing = useSignal<Standing>('unknown')
  const { wrong, busy, act } = useActing()

  async function look() {
    standing.value = canPush() ? ((await subscribed()) ? 'on' : 'off') : 'impossible'
  }
  useEffect(() => {
    void look()
  }, [])

  async function switchOn() {
    const asked = await Notification.requestPermission()
    if (asked !== 'granted') {
      wrong.value = t('khobor.pushDenied')
      return
    }
    const subscription = await subscribe()
    if (!subscription) {
      wrong.value = t('khobor.pushFailed')
      return
    }
    const { endpoint, keys } = subscription.toJSON()
    const input = { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' }
    const went = await act(`push ${endpoint}`, async () => {
      return (await mutate(PushHereDocument, { input })).subscribeToPush
    })
    // What we do not know of would never be pushed to.
    if (!went) await subscription.unsubscribe().catch(() => false)
    await look()
  }

  async function switchOff() {
    const subscription = await subscribed()
    if (!subscription) return look()
    const { endpoint } = subscription
    const went = await act(`push no more ${endpoint}`, async () => {
      return (await mutate(PushNoMoreDocument, { endpoint })).unsubscribeFromPush
    })
    if (went) await subscription.unsubscribe().catch(() => false)
    await look()
  }

  return (
    <div class="stack" aria-live="polite">
      <p class="soft">{t('khobor.pushNote')}</p>
      {standing.value === 'impossible' && <p>{t('khobor.pushNot')}</p>}
      {standing.value === 'on' && <p class="notice good">{t('khobor.pushOn')}</p>}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {standing.value === 'off' && (
        <button type="button" disabled={busy.value} onClick={() => void switchOn()}>
          {t('khobor.pushGo')}
        </button>
      )}
      {standing.value === 'on' && (
        <button type="button" class="plain" disabled={busy.value} onClick={() => void switchOff()}>
          {t('khobor.pushStop')}
        </button>
      )}
    </div>
  )
}

function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

async function subscribed(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

/** Ask the browser's own push service for an address; null if it gives none. */
async function subscribe(): Promise<PushSubscription | null> {
  try {
    const registration = await navigator.serviceWorker.getRegistration()
    const { pushKey } = await query(PushKeyDocument, {})
    const options = { userVisibleOnly: true, applicationServerKey: pushKey }
    return (await registration?.pushManager.subscribe(options)) ?? null
  } catch {
    return null
  }
}
