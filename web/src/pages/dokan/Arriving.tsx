/** Orders as they arrive: taken or refused, packed, sent, handed over by the code; and returns. */
import { useSignal } from '@preact/signals'
import type { OrderViewFragment } from '../../gql'
import {
  HandParcelOverDocument,
  NotAfterAllDocument,
  PackAllDocument,
  ParcelCameBackDocument,
  RefuseOrderDocument,
  SendOffDocument,
  TakeOrderDocument,
} from '../../gql/dokan'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Asked } from '../../parts/Asked'
import { Field } from '../../parts/Field'
import { onDemand } from '../../parts/onDemand'
import { t } from '../../words/i18n'
import { inLatin, number } from '../../words/numbers'
import { Bought, Timeline, Whereto } from '../shop/OrderFacts'

const GivenBack = onDemand(() => import('./GivenBack').then(each => each.GivenBack))
const OVER = new Set(['CLOSED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'RETURNED_TO_SHOP'])

type Props = { orders: OrderViewFragment[]; reload: () => Promise<void> }
export type Go = (name: string, what: () => Promise<unknown>) => Promise<boolean>

export function Arriving({ orders, reload }: Props) {
  const open = orders.filter(order => !OVER.has(order.state))
  const past = orders.filter(order => OVER.has(order.state))
  return (
    <section class="stack" aria-label={t('keeper.orders')} aria-live="polite">
      <h2>{t('keeper.orders')}</h2>
      {open.length === 0 && <p class="soft">{t('keeper.noOrders')}</p>}
      {open.map(order => (
        <One key={order.id} order={order} reload={reload} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>{t('keeper.past', { n: number(past.length) })}</summary>
          {past.map(order => (
            <One key={order.id} order={order} reload={reload} />
          ))}
        </details>
      )}
    </section>
  )
}

function One({ order, reload }: { order: OrderViewFragment; reload: () => Promise<void> }) {
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
                return (await mutate(PackAllDocument, { orderId })).packOrder
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
      </div>
      {order.parcels.map(parcel => (
        <Parcel key={parcel.id} parcel={parcel} order={order} busy={busy.value} go={go} />
      ))}
      {order.returns.map(one => (
        <GivenBack key={one.id} one={one} order={order} go={go} />
      ))}
    </article>
  )
}

type ParcelProps = {
  parcel: OrderViewFragment['parcels'][number]
  order: OrderViewFragment
  busy: boolean
  go: Go
}

function Parcel({ parcel, order, busy, go }: ParcelProps) {
  const code = useSignal('')
  const { id: parcelId, allowedTransitions: moves } = parcel
  const carrier = order.way === 'PICKUP' ? 'PICKUP' : 'OWN_COURIER'
  return (
    <div class="row">
      {moves.includes('SEND') && (
        <button
          type="button"
          disabled={busy}
          onClick={() =>
            void go(`send ${parcelId}`, async () => {
              return (await mutate(SendOffDocument, { parcelId, carrier })).sendParcel
            })
          }
        >
          {t(carrier === 'PICKUP' ? 'keeper.ready' : 'keeper.send')}
        </button>
      )}
      {moves.includes('DELIVER') && (
        <form
          class="typed"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void go(`deliver ${parcelId}`, async () => {
              const variables = { parcelId, code: inLatin(code.value).trim() }
              return (await mutate(HandParcelOverDocument, variables)).deliverParcel
            })
          }}
        >
          <Field
            label={t('keeper.code')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            value={code.value}
            onValue={value => {
              code.value = value
            }}
          />
          <button type="submit" disabled={busy}>
            {t('keeper.deliver')}
          </button>
        </form>
      )}
      {moves.includes('TAKE_BACK') && (
        <button
          type="button"
          class="plain"
          disabled={busy}
          onClick={() =>
            void go(`back ${parcelId}`, async () => {
              return (await mutate(ParcelCameBackDocument, { parcelId })).takeParcelBack
            })
          }
        >
          {t('keeper.cameBack')}
        </button>
      )}
    </div>
  )
}
