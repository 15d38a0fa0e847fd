/** A parcel on its way, live: who brings it, where he is, and how fresh that is. For both sides. */
import '../trip.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type {
  FollowParcelSubscription,
  FollowParcelSubscriptionVariables,
  OrderViewFragment,
  SeenFragment,
} from '../../gql'
import { FollowParcelDocument } from '../../gql/orders'
import { follow } from '../../net/live'
import { me } from '../../net/session'
import { learn } from '../../words/bn'
import { trip as words } from '../../words/bn/trip'
import { t } from '../../words/i18n'
import { digits } from '../../words/numbers'
import { Fresh } from '../trip/Fresh'
import { Ground } from '../trip/Ground'

learn(words)

type Carried = NonNullable<OrderViewFragment['parcels'][number]['trip']>
type Props = { parcelId: string; trip: Carried; guestToken?: string | null }

export function ParcelWay({ parcelId, trip, guestToken = null }: Props) {
  const { driver, pickup, drop } = trip
  const seen = useSignal<SeenFragment | null>(null)
  useEffect(() => {
    type Item = FollowParcelSubscription['parcelPosition']
    return follow<FollowParcelSubscription, FollowParcelSubscriptionVariables, Item>({
      document: FollowParcelDocument,
      variables: { parcelId, guestToken },
      place: null,
      apply: item => {
        seen.value = item
      },
    })
  }, [parcelId, guestToken, me.value?.id])
  return (
    <section class="stack" aria-label={t('trip.position')}>
      {driver && (
        <p>
          {driver.name} {driver.plateNo}{' '}
          <a class="button plain" href={`tel:${driver.phone}`}>
            {t('trip.ring', { n: digits(driver.phone) })}
          </a>
        </p>
      )}
      <Fresh seen={seen.value} />
      <Ground
        label={t('trip.position')}
        here={drop ?? pickup}
        drop={drop ? pickup : null}
        marker={seen.value?.point ?? null}
      />
    </section>
  )
}
