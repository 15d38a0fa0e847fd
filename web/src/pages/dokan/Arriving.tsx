/** Orders as they arrive: taken or refused, packed, sent, handed over by the code; and returns. */
import { useEffect } from 'preact/hooks'
import type { OrderViewFragment } from '../../gql'
import {
  CashIsBackDocument,
  NotAfterAllDocument,
  PackGoodsDocument,
  ParcelTripsDocument,
  RefuseOrderDocument,
  TakeOrderDocument,
} from '../../gql/keeping'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Asked } from '../../parts/Asked'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { t } from '../../words/i18n'
import { money, number } from '../../words/numbers'
import { Bought, Timeline, Whereto } from '../shop/OrderFacts'
import type { Carrying } from './Parcel'

const GivenBack = onDemand(() => import('./GivenBack').then(each => each.GivenBack))
const Parcel = onDemand(() => import('./Parcel').then(each => each.Parcel))
const PartForm = onDemand(() => import('./PartForm').then(each => each.PartForm))
// A parcel that one of these had is free for another.
const NO_MORE = new Set(['CANCELLED', 'NO_DRIVER', 'COMPLETED'])
const OVER = new Set(['CLOSED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'RETURNED_TO_SHOP'])

type Props = { orders: OrderViewFragment[]; reload: () => Promise<void> }
export type Go = (name: string, what: () => Promise<unknown>) => Promise<boolean>

/** Return the shop's trips that carry a parcel and did not come to nothing. */
function useCarrying(orders: OrderViewFragment[]): Carrying[] {
  const { data, reload } = useQuery(ParcelTripsDocument, {}, { perViewer: true })
  useEffect(() => void reload(), [orders])
  const found = data.value?.myTrips.edges.map(({ node }) => node) ?? []
  return found.filter(each => each.parcelId && !NO_MORE.has(each.state))
}

/** Say whether there is more than one thing still to be packed. */
function isDivisible(order: OrderViewFragment): boolean {
  return order.lines.reduce((sum, line) => sum + line.quantity - line.shipped, 0) > 1
}

export function Arriving({ orders, reload }: Props) {
  const open = orders.filter(order => !OVER.has(order.state))
  const past = orders.filter(order => OVER.has(order.state))
  const trips = useCarrying(orders)
  return (
    <section class="stack" aria-label={t('keeper.orders')} aria-live="polite">
      <h2>{t('keeper.orders')}</h2>
      {open.length === 0 && <p class="soft">{t('keeper.noOrders')}</p>}
      {open.map(order => (
        <One key={order.id} order={order} trips={trips} reload={reload} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>{t('keeper.past', { n: number(past.length) })}</summary>
          {past.map(order => (
            <One key={order.id} order={order} trips={trips} reload={reload} />
          ))}
        </details>
      )}
    </section>
  )
}

type OneProps = { order: OrderViewFragment; trips: Carrying[]; reload: () => Promise<void> }

function One({ order, trips, reload }: OneProps) {
  const { id: orderId, allowedTransitions: moves } = order
  const { wrong, busy, act } = useActing()
  const go: Go = async (name, what) => {
    const went = await act(`${name} ${orderId}`, what)
    await reload()
    return went
  }
  return (
    <article class="card stack">
      <Timeline order={order} />
      <Bought order={order} />
      <Whereto order={order} />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <div class="row">
        {moves.includes('ACCEPT') && (
          <button
            type="button"
            disabled={busy.value}
            onClick={() =>
              void go('accept', async () => {
                return (await mutate(TakeOrderDocument, { orderId })).acceptOrder
              })
            }
          >
            {t('keeper.accept')}
          </button>
        )}
        {moves.includes('REJECT') && (
          <Asked
            label={t('keeper.reject')}
            field={t('order.why')}
            yes={t('order.sure')}
            deed={reason =>
              go('reject', async () => {
                return (await mutate(RefuseOrderDocument, { orderId, reason })).rejectOrder
              })
            }
          />
        )}
        {moves.includes('PACK') && (
          <button
            type="button"
            disabled={busy.value}
            onClick={() =>
              void go('pack', async () => {
                return (await mutate(PackGoodsDocument, { input: { orderId, lines: null } }))
                  .packOrder
              })
            }
          >
            {t('keeper.pack')}
          </button>
        )}
        {moves.includes('CANCEL') && (
          <Asked
            label={t('keeper.cancel')}
            field={t('order.why')}
            yes={t('order.sure')}
            deed={reason =>
              go('cancel', async () => {
                return (await mutate(NotAfterAllDocument, { orderId, reason })).cancelOrder
              })
            }
          />
        )}
        {(order.cashToHandBack ?? 0) > 0 && (
          <Asked
            label={t('keeper.cashBack')}
            note={t('keeper.cashBackNote', { amount: money(order.cashToHandBack ?? 0) })}
            yes={t('order.sure')}
            deed={() =>
              go('cash', async () => (await mutate(CashIsBackDocument, { orderId })).handBackCash)
            }
          />
        )}
      </div>
      {moves.includes('PACK') && isDivisible(order) && (
        <Opened
          title={t('keeper.packPart')}
          show={() => <PartForm order={order} busy={busy.value} go={go} />}
        />
      )}
      {order.parcels.map(parcel => (
        <Parcel
          key={parcel.id}
          parcel={parcel}
          order={order}
          trip={trips.find(each => each.parcelId === parcel.id)}
          busy={busy.value}
          go={go}
        />
      ))}
      {order.returns.map(one => (
        <GivenBack key={one.id} one={one} order={order} go={go} />
      ))}
    </article>
  )
}
