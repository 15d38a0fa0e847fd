/** A vehicle for a packed parcel: from the shop to its buyer, whose door the driver is told. */
import type { ParcelToSendQuery } from '../../gql'
import { ParcelToSendDocument } from '../../gql/counter'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Skeleton } from '../../parts/Skeleton'
import { placeText, t } from '../../words/i18n'
import { number } from '../../words/numbers'
import { thingText } from '../shop/words'
import { Calling, type Sayings, type Spot } from './Calling'

// As long as the API takes a note.
const LONGEST = 300

type Order = NonNullable<ParcelToSendQuery['order']>
type Props = { orderId: string; parcelId: string; says: Sayings }

export function SendParcel({ orderId, parcelId, says }: Props) {
  const { data } = useQuery(ParcelToSendDocument, { orderId }, { perViewer: true })
  if (!data.value) return <Skeleton rows={3} />
  const order = data.value.order
  const parcel = order?.parcels.find(each => each.id === parcelId)
  const from = order && spotOf(order.shop.place, 'ride.fromShop')
  const to = order && spotOf(order.place, 'ride.toBuyer')
  if (!order || !parcel || !from || !to) return <Empty text={t('ride.noParcel')} />
  const goods = parcel.lines.map(({ lineId, quantity }) => {
    const line = order.lines.find(each => each.id === lineId)
    return line ? `${thingText(line)} × ${number(quantity)}` : ''
  })
  const { contactName, contactPhone, address } = order
  const door = [contactName, contactPhone, address, placeText(order.place)].filter(Boolean)
  return (
    <>
      <section class="card stack">
        <p>{goods.join(', ')}</p>
        <p class="soft">{t('ride.door', { door: door.join(', ') })}</p>
      </section>
      <Calling
        kind="GOODS"
        says={says}
        ends={{ from, to }}
        cargo={{
          note: goods.join(', ').slice(0, LONGEST),
          dropNote: door.join(', ').slice(0, LONGEST),
          parcelId,
        }}
      />
    </>
  )
}

function spotOf(place: Order['place'], key: 'ride.fromShop' | 'ride.toBuyer'): Spot | null {
  const point = place.point ?? place.parent?.point
  return point ? { id: key, label: t(key, { place: placeText(place) }), point } : null
}
