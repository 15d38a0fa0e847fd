/** The basket over all shops, and the checkout: an order at each shop, or nothing at all. */
import './facts.css'
import './shop.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { DeliveryWay, PayMethod } from '../gql'
import { AgreeToNewPricesDocument, CartPageDocument, OrderAllDocument } from '../gql/cart'
import { type Acting, useActing } from '../net/acting'
import { assisting, DESK } from '../net/assisting'
import { mutate } from '../net/client'
import { useQuery } from '../net/load'
import { me } from '../net/session'
import { Choice } from '../parts/Choice'
import { Empty } from '../parts/Empty'
import { Field, TextArea } from '../parts/Field'
import { PlacePicker } from '../parts/PlacePicker'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { navigate } from '../router'
import {
  basketToken,
  byShop,
  emptied,
  isRepriced,
  type Line,
  putIn,
  type Stall,
} from '../shop/basket'
import { learn } from '../words/bn'
import { dokan as words } from '../words/bn/dokan'
import { trade } from '../words/bn/trade'
import { lang, nameIn, t } from '../words/i18n'
import { inLatin, money, number } from '../words/numbers'
import { thingText } from './shop/words'

learn(words)
learn(trade)

export default function Cart() {
  const page = useQuery(CartPageDocument, { cartToken: basketToken() }, { perViewer: true })
  const acting = useActing({ guests: true })
  useEffect(() => {
    document.title = `${t('dokan.basket')} — ${t('shell.brand')}`
  }, [])
  const cart = page.data.value?.cart
  const lines = cart?.lines ?? []
  async function set(line: Line, quantity: number) {
    await acting.act(`set ${line.variantId} ${quantity}`, () => putIn(line.variantId, quantity))
    await page.reload()
  }
  async function agree() {
    await acting.act('agree', async () => {
      const variables = { cartToken: basketToken() }
      return (await mutate(AgreeToNewPricesDocument, variables)).agreeToPrices
    })
    await page.reload()
  }
  return (
    <div class="stack">
      <h1>{t('dokan.basket')}</h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {!page.data.value && !page.fault.value && <Skeleton rows={3} />}
      {page.data.value && lines.length === 0 && (
        <Empty text={t('dokan.empty')}>
          <a class="button" href="/bazar">
            {t('dokan.shops')}
          </a>
        </Empty>
      )}
      {acting.wrong.value && (
        <p class="notice bad" role="alert">
          {acting.wrong.value}
        </p>
      )}
      {lines.some(isRepriced) && (
        <div class="notice" role="alert">
          {t('dokan.repriced')}
          <button type="button" onClick={() => void agree()}>
            {t('dokan.agree')}
          </button>
        </div>
      )}
      {cart && lines.length > 0 && (
        <>
          {byShop(lines).map(stall => (
            <StallLines key={stall.shop.id} stall={stall} busy={acting.busy} set={set} />
          ))}
          <CheckOut stalls={byShop(lines)} version={cart.version} again={page.reload} />
        </>
      )}
    </div>
  )
}

type StallProps = {
  stall: Stall
  busy: Acting['busy']
  set: (line: Line, quantity: number) => Promise<void>
}

function StallLines({ stall, busy, set }: StallProps) {
  const { shop, lines } = stall
  return (
    <section class="card stack" aria-label={nameIn(shop)}>
      <h2>
        <a href={`/shop/${shop.slug}`}>{nameIn(shop)}</a>
      </h2>
      <ul class="basket">
        {lines.map(line => (
          <li key={line.variantId}>
            <div>
              <p>{thingText(line)}</p>
              <p class="soft">
                {line.price === null ? t('dokan.gone') : money(line.price)}
                {isRepriced(line) && ` (${t('dokan.was', { amount: money(line.seenPrice) })})`}
                {line.available < line.quantity &&
                  ` · ${t('trade.leftN', { n: number(line.available) })}`}
              </p>
            </div>
            <div class="row">
              <button
                type="button"
                class="plain"
                disabled={busy.value}
                aria-label={`${t('dokan.fewer')}: ${thingText(line)}`}
                onClick={() => void set(line, line.quantity - 1)}
              >
                −
              </button>
              <span class="money">{number(line.quantity)}</span>
              <button
                type="button"
                class="plain"
                disabled={busy.value}
                aria-label={`${t('dokan.oneMore')}: ${thingText(line)}`}
                onClick={() => void set(line, line.quantity + 1)}
              >
                +
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

type OutProps = { stalls: Stall[]; version: number; again: () => Promise<void> }

function CheckOut({ stalls, version, again }: OutProps) {
  const name = useSignal(me.value?.name ?? '')
  const phone = useSignal(me.value?.phone ?? '')
  const placeId = useSignal('')
  const address = useSignal('')
  const note = useSignal('')
  const method = useSignal<PayMethod>(stalls.every(each => each.shop.takesCash) ? 'CASH' : 'ONLINE')
  const ways = useSignal<Record<string, DeliveryWay>>({})
  const { wrong, busy, act } = useActing({ guests: true })
  const wayTo = ({ shop }: Stall): DeliveryWay =>
    ways.value[shop.id] ?? (shop.delivers ? 'COURIER' : 'PICKUP')
  const total = stalls.reduce(
    (sum, each) => sum + each.goods + (wayTo(each) === 'COURIER' ? each.shop.deliveryFee : 0),
    0,
  )

  async function order() {
    let to = ''
    const input = {
      cartVersion: version,
      name: name.value.trim(),
      phone: inLatin(phone.value).trim(),
      placeId: placeId.value,
      address: address.value.trim(),
      note: note.value.trim(),
      method: method.value,
      ways: stalls.map(each => ({ shopId: each.shop.id, way: wayTo(each) })),
      cartToken: basketToken(),
      language: lang.value === 'en' ? ('EN' as const) : ('BN' as const),
    }
    if (!input.name || !input.phone || !input.placeId || !input.address) {
      wrong.value = t('trade.fill')
      return
    }
    const went = await act(`order ${JSON.stringify(input)}`, async idempotencyKey => {
      const { checkOut } = await mutate(OrderAllDocument, { input: { ...input, idempotencyKey } })
      if (checkOut.__typename === 'OrderGroup') {
        const secret = checkOut.guestToken ? `#${checkOut.guestToken}` : ''
        to = assisting ? DESK : `/o/${checkOut.id.replace('OrderGroup:', '')}${secret}`
      }
      return checkOut
    })
    if (!went) return again()
    emptied()
    navigate(to)
  }

  return (
    <form
      class="card stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void order()
      }}
    >
      <h2>{t('dokan.checkOut')}</h2>
      <Field
        label={t('dokan.name')}
        autoComplete="name"
        maxLength={80}
        value={name.value}
        onValue={value => {
          name.value = value
        }}
      />
      <Field
        label={t('trade.phone')}
        type="tel"
        autoComplete="tel"
        value={phone.value}
        onValue={value => {
          phone.value = value
        }}
      />
      <PlacePicker
        label={t('dokan.place')}
        value={placeId.value}
        onValue={value => {
          placeId.value = value
        }}
      />
      <Field
        label={t('dokan.address')}
        maxLength={200}
        value={address.value}
        onValue={value => {
          address.value = value
        }}
      />
      <TextArea
        label={t('dokan.note')}
        rows={2}
        maxLength={300}
        value={note.value}
        onValue={value => {
          note.value = value
        }}
      />
      {stalls
        .filter(({ shop }) => shop.delivers && shop.pickup)
        .map(stall => (
          <Choice
            key={stall.shop.id}
            label={t('dokan.wayOf', { name: nameIn(stall.shop) })}
            value={wayTo(stall)}
            onValue={value => {
              ways.value = { ...ways.value, [stall.shop.id]: value as DeliveryWay }
            }}
            options={[
              {
                value: 'COURIER',
                label: t('trade.COURIER'),
                note: money(stall.shop.deliveryFee),
              },
              { value: 'PICKUP', label: t('trade.PICKUP') },
            ]}
          />
        ))}
      <Choice
        label={t('dokan.method')}
        value={method.value}
        onValue={value => {
          method.value = value as PayMethod
        }}
        options={[
          { value: 'CASH', label: t('trade.CASH') },
          { value: 'ONLINE', label: t('trade.ONLINE') },
        ]}
      />
      <p class="price">
        {t('dokan.total')} <strong class="money">{money(total)}</strong>
      </p>
      <button type="submit" disabled={busy.value}>
        {t('dokan.orderGo')}
      </button>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </form>
  )
}
