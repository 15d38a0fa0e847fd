/** A checkout's orders: the receipt is the page by which they are followed. A guest by its link. */
import './facts.css'
import './shop.css'
import { useEffect, useState } from 'preact/hooks'
import type {
  FollowOrderSubscription,
  FollowOrderSubscriptionVariables,
  OrderPageQuery,
  OrderViewFragment,
} from '../gql'
import {
  CallOrderOffDocument,
  FollowOrderDocument,
  ItArrivedDocument,
  LeaveCheckoutDocument,
  OrderIsWellDocument,
  OrderPageDocument,
  PayForOrdersDocument,
} from '../gql/orders'
import { useAccount } from '../net/account'
import { useActing } from '../net/acting'
import { mutate } from '../net/client'
import { follow, type StreamItem } from '../net/live'
import { useQuery } from '../net/load'
import { me } from '../net/session'
import { Asked } from '../parts/Asked'
import { ComplainLink } from '../parts/ComplainLink'
import { Gone } from '../parts/Gone'
import { onDemand } from '../parts/onDemand'
import { PayBox } from '../parts/PayBox'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { learn } from '../words/bn'
import { bought } from '../words/bn/bought'
import { order as words } from '../words/bn/order'
import { trade } from '../words/bn/trade'
import { nameIn, t } from '../words/i18n'
import { digits, money } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { Bought, Timeline, Whereto } from './shop/OrderFacts'
import { Returns } from './shop/Returns'

const ParcelWay = onDemand(() => import('./shop/ParcelWay').then(each => each.ParcelWay))

learn(words)
learn(bought)
learn(trade)

type Group = NonNullable<OrderPageQuery['orderGroup']>
/** What every part of the page needs: whose it is, and asking anew. */
export type Buyer = { guestToken: string | null; reload: () => Promise<void> }

export default function Orders({ params, search }: PageProps) {
  const [guestToken] = useState(() => location.hash.slice(1) || null)
  const id = `OrderGroup:${params.n}`
  const page = useQuery(OrderPageDocument, { id, guestToken }, { perViewer: true })
  const group = page.data.value?.orderGroup
  const buyer: Buyer = { guestToken, reload: page.reload }
  useOrders(group?.orders.map(each => each.id) ?? [], buyer)
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void page.reload()
  })
  useEffect(() => {
    document.title = `${t('order.title')} — ${t('shell.brand')}`
  }, [])
  if (page.data.value && !group && !page.loading.value)
    return <Gone params={params} search={search} />
  return (
    <div class="stack">
      <h1>{t('order.title')}</h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {group ? <Shown group={group} buyer={buyer} /> : <Skeleton rows={5} />}
    </div>
  )
}

/** Hear each order's steps; the page then asks how it stands. */
function useOrders(ids: readonly string[], { guestToken, reload }: Buyer): void {
  const key = ids.join()
  useEffect(() => {
    const ends = ids.map(orderId =>
      follow<FollowOrderSubscription, FollowOrderSubscriptionVariables, StreamItem>({
        document: FollowOrderDocument,
        variables: { orderId, guestToken },
        place: null,
        apply: item => {
          if (!item.__typename.endsWith('Snapshot')) void reload()
        },
      }),
    )
    return () => {
      for (const end of ends) end()
    }
  }, [key, guestToken, me.value?.id])
}

/** Say whether money of it was set aside: who paid it has to see it, though the time is over. */
function isChecked({ tries }: NonNullable<Group['payment']>): boolean {
  return tries.some(({ state }) => state === 'REVIEW')
}

function Shown({ group, buyer }: { group: Group; buyer: Buyer }) {
  const { guestToken, reload } = buyer
  const { wrong, act } = useActing({ guests: true })
  const waits = group.state === 'PENDING_PAYMENT'
  return (
    <>
      <p class="soft">
        {t('order.made', { day: longDate(group.createdAt), time: clockTime(group.createdAt) })} ·{' '}
        <span class="money">{money(group.totalPrice)}</span>
      </p>
      {guestToken && <p class="notice">{t('order.keepLink')}</p>}
      {group.payment && (waits || group.payment.paid > 0 || isChecked(group.payment)) && (
        <PayBox
          bill={group.payment}
          begin={async (gateway, amount, key) => {
            const input = { groupId: group.id, gateway, amount, idempotencyKey: key, guestToken }
            return (await mutate(PayForOrdersDocument, { input })).payOrders
          }}
        />
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {waits && (
        <div class="row">
          <Asked
            label={t('order.leave')}
            yes={t('order.sure')}
            deed={async () => {
              const went = await act('leave', async () => {
                const variables = { groupId: group.id, guestToken }
                return (await mutate(LeaveCheckoutDocument, variables)).cancelCheckout
              })
              await reload()
              return went
            }}
          />
        </div>
      )}
      {group.orders.map(order => (
        <OneOrder key={order.id} order={order} buyer={buyer} />
      ))}
      <ComplainLink kind="OTHER" of="order" n={group.id.replace('OrderGroup:', '')} />
    </>
  )
}

function OneOrder({ order, buyer }: { order: OrderViewFragment; buyer: Buyer }) {
  const { guestToken, reload } = buyer
  const { wrong, busy, act } = useActing({ guests: true })
  const { id: orderId, shop, allowedTransitions: moves } = order
  async function go(name: string, what: () => Promise<unknown>) {
    const went = await act(`${name} ${orderId}`, what)
    await reload()
    return went
  }
  return (
    <section class="card stack" aria-label={nameIn(shop)} aria-live="polite">
      <h2>
        <a href={`/shop/${shop.slug}`}>{nameIn(shop)}</a>
      </h2>
      <Timeline order={order} />
      {order.code && (
        <p>
          {t('order.code')} <span class="code">{digits(order.code)}</span>
        </p>
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {order.parcels.map(
        ({ id, trip }) =>
          trip && <ParcelWay key={id} parcelId={id} trip={trip} guestToken={guestToken} />,
      )}
      <Bought order={order} />
      <Whereto order={order} />
      <div class="row">
        <a class="button plain" href={`tel:${shop.phone}`}>
          {t('order.ring', { n: digits(shop.phone) })}
        </a>
        {order.parcels
          .filter(parcel => parcel.state === 'OUT' && parcel.cashAmount === 0)
          .map(parcel => (
            <button
              key={parcel.id}
              type="button"
              disabled={busy.value}
              onClick={() =>
                void go('arrived', async () => {
                  const variables = { parcelId: parcel.id, guestToken }
                  return (await mutate(ItArrivedDocument, variables)).confirmParcel
                })
              }
            >
              {t('order.arrived')}
            </button>
          ))}
        {moves.includes('CLOSE') && (
          <Asked
            plain={false}
            label={t('order.well')}
            note={t('order.wellNote')}
            yes={t('order.sure')}
            deed={() =>
              go('well', async () => {
                return (await mutate(OrderIsWellDocument, { orderId, guestToken })).closeOrder
              })
            }
          />
        )}
        {moves.includes('CANCEL') && (
          <Asked
            label={t('order.cancel')}
            field={t('order.why')}
            yes={t('order.sure')}
            deed={reason =>
              go('cancel', async () => {
                const variables = { orderId, reason, guestToken }
                return (await mutate(CallOrderOffDocument, variables)).cancelOrder
              })
            }
          />
        )}
      </div>
      <Returns order={order} buyer={buyer} />
    </section>
  )
}
