/** A trip by its link: for the family, without signing in; after its end nobody gets a point. */
import './facts.css'
import './trip.css'
import { useSignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type {
  FollowSharedSubscription,
  FollowSharedSubscriptionVariables,
  SeenFragment,
} from '../gql'
import { FollowSharedDocument, SharedTripDocument } from '../gql/trip'
import { follow } from '../net/live'
import { useQuery } from '../net/load'
import { Empty } from '../parts/Empty'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { learn } from '../words/bn'
import { trip as words } from '../words/bn/trip'
import { type Key, t } from '../words/i18n'
import { Fresh } from './trip/Fresh'
import { Ground } from './trip/Ground'

learn(words)

export default function SharedTrip() {
  const [token] = useState(() => location.hash.slice(1))
  const page = useQuery(SharedTripDocument, { token })
  const trip = page.data.value?.sharedTrip
  const seen = useSignal<SeenFragment | null>(null)
  const found = Boolean(trip)
  useEffect(() => {
    if (!found) return
    type Item = FollowSharedSubscription['sharedTripPosition']
    return follow<FollowSharedSubscription, FollowSharedSubscriptionVariables, Item>({
      document: FollowSharedDocument,
      variables: { token },
      place: null,
      apply: item => {
        seen.value = item
      },
    })
  }, [found, token])
  const position = seen.value ?? trip?.position ?? null
  return (
    <div class="stack">
      <h1>{t('trip.title')}</h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {!page.data.value && !page.fault.value && <Skeleton rows={3} tall />}
      {page.data.value && !trip && <Empty text={t('trip.linkOver')} />}
      {trip && (
        <>
          <p>
            <strong>{t(`trip.state_${trip.state}` as Key)}</strong>
          </p>
          <p>
            {trip.driverName} {trip.plateNo}
          </p>
          <Fresh seen={position} />
          <Ground
            label={t('trip.position')}
            here={trip.pickup}
            drop={trip.drop}
            marker={position?.point ?? null}
          />
        </>
      )}
    </div>
  )
}
