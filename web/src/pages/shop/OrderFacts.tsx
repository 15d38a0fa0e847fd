/** What an order is made of, and how far it has come: the same for buyer and shop. */
import '../../parts/timeline.css'
import type { OrderViewFragment } from '../../gql'
import { type Key, placeText, t } from '../../words/i18n'
import { digits, money, number } from '../../words/numbers'
import { clockTime, longDate } from '../../words/time'
import { thingText } from './words'

/** The way of an order that goes well. */
const WAY = ['PLACED', 'ACCEPTED', 'PACKED', 'OUT_FOR_DELIVERY', 'DELIVERED'] as const

export function Timeline({ order }: { order: OrderViewFragment }) {
  const { state } = order
  const at = state === 'CLOSED' ? WAY.length - 1 : WAY.indexOf(state as (typeof WAY)[number])
  return (
    <>
      <p>
        <strong>{t(`order.${state}` as Key)}</strong>
        {order.reason && `: ${whyText(order.reason)}`}
      </p>
      {at >= 0 && (
        <ol class="timeline" aria-label={t('order.way')}>
          {WAY.map((step, n) => (
            <li
              key={step}
              class={n <= at ? 'done' : ''}
              aria-current={n === at ? 'step' : undefined}
            >
              {t(`order.step_${step}`)}
            </li>
          ))}
        </ol>
      )}
      {order.dueAt && at >= 0 && at < 3 && (
        <p class="soft">
          {t('order.due', { day: longDate(order.dueAt), time: clockTime(order.dueAt) })}
        </p>
      )}
    </>
  )
}

/** Return why it did not go on: what a courier chose, in words, or what somebody wrote. */
function whyText(reason: string): string {
  return t(`order.fail_${reason}` as Key) || reason
}

export function Bought({ order }: { order: OrderViewFragment }) {
  return (
    <dl class="week">
      {order.lines.map(line => (
        <div key={line.id}>
          <dt>
            {thingText(line)} × {number(line.quantity)}
            {line.returned > 0 && (
              <small class="soft"> ({t('order.returnedN', { n: number(line.returned) })})</small>
            )}
          </dt>
          <dd class="money">{money(line.price * line.quantity)}</dd>
        </div>
      ))}
      {order.deliveryFee > 0 && <dt>{t('order.fee')}</dt>}
      {order.deliveryFee > 0 && <dd class="money">{money(order.deliveryFee)}</dd>}
      <dt>{t('order.total')}</dt>
      <dd>
        <strong class="money">{money(order.totalPrice)}</strong> {t(`trade.${order.method}` as Key)}
      </dd>
      {order.refundedAmount > 0 && <dt>{t('order.refunded')}</dt>}
      {order.refundedAmount > 0 && <dd class="money">{money(order.refundedAmount)}</dd>}
    </dl>
  )
}

export function Whereto({ order }: { order: OrderViewFragment }) {
  const { contactName, contactPhone, address, note, place } = order
  return (
    <p>
      {contactName} {contactPhone && <a href={`tel:${contactPhone}`}>{digits(contactPhone)}</a>}
      <br />
      <span class="soft">
        {t(`trade.${order.way}` as Key)}: {[address, placeText(place)].filter(Boolean).join(', ')}
        {note && ` · ${note}`}
      </span>
    </p>
  )
}
