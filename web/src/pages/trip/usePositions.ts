/** While a driver is at work his phone tells where he is, in batches; never before and never after. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { TellWhereDocument } from '../../gql/driver'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { Batches } from '../../trip/batches'

const SEND_EVERY_MS = 5_000
const LOOK: PositionOptions = { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 }

/** Tell positions since a moment (null: tell nothing); return whether the phone knows none. */
export function usePositions(since: string | null): boolean {
  const lost = useSignal(false)
  useEffect(() => {
    if (!since || !navigator.geolocation) {
      lost.value = since !== null
      return
    }
    const batches = new Batches()
    let sending = false
    async function send() {
      const batch = sending ? null : batches.next()
      if (!batch) return
      sending = true
      try {
        await mutate(TellWhereDocument, { input: batch })
        batches.answered(batch.seq)
      } catch {
        // The same batch goes again: the server knows it by its number.
      } finally {
        sending = false
      }
    }
    const watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => {
        lost.value = false
        // The phone's clock may be wrong; how old the point is, it knows.
        const at = new Date(serverNow() - Math.max(0, Date.now() - timestamp)).toISOString()
        const first = batches.next() === null
        batches.add({
          at,
          lat: coords.latitude,
          lng: coords.longitude,
          accuracyM: Math.max(1, coords.accuracy),
        })
        if (first) void send()
      },
      () => {
        lost.value = true
      },
      LOOK,
    )
    const timer = setInterval(() => void send(), SEND_EVERY_MS)
    return () => {
      clearInterval(timer)
      navigator.geolocation.clearWatch(watch)
    }
  }, [since])
  return lost.value
}
