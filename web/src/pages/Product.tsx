/** One thing of a shop: pictures, forms with prices, and the way into the basket. */
import './facts.css'
import './shop.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ProductPageQuery } from '../gql'
import { ProductPageDocument } from '../gql/shop'
import { useActing } from '../net/acting'
import { useQuery } from '../net/load'
import { Choice } from '../parts/Choice'
import { Field } from '../parts/Field'
import { Gone } from '../parts/Gone'
import { Photo } from '../parts/Photo'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { toast } from '../parts/Toast'
import type { PageProps } from '../router'
import { putIn } from '../shop/basket'
import { useShopNews } from '../shop/useShopNews'
import { learn } from '../words/bn'
import { dokan as words } from '../words/bn/dokan'
import { trade } from '../words/bn/trade'
import { nameIn, t } from '../words/i18n'
import { digits, inLatin, money, number } from '../words/numbers'
import { ToBasket } from './shop/ToBasket'

learn(words)
learn(trade)

type Good = NonNullable<ProductPageQuery['product']>

export default function Product({ params, search }: PageProps) {
  const first = useQuery(
    ProductPageDocument,
    { id: `Product:${params.n}` },
    { boot: 'ProductPage' },
  )
  const found = first.data.value
  const good = found?.product
  useShopNews(good?.shop.id, () => void first.reload())
  useEffect(() => {
    if (good) document.title = `${nameIn(good)} — ${nameIn(good.shop)}`
  }, [good])
  if (found && good?.shop.slug !== params.slug) return <Gone params={params} search={search} />
  if (!good) {
    return first.fault.value ? (
      <Problem fault={first.fault.value} retry={() => void first.reload()} />
    ) : (
      <Skeleton rows={4} tall />
    )
  }
  return <Shown good={good} />
}

function Shown({ good }: { good: Good }) {
  const shop = good.shop
  const there = good.variants.some(each => each.available > 0)
  return (
    <div class="product stack">
      <div class="picture">
        {good.media[0] && (
          <Photo photo={good.media[0]} alt={good.media[0].alt || nameIn(good)} large />
        )}
      </div>
      <div class="stack">
        <h1>{nameIn(good)}</h1>
        <p class="facts">
          <a href={`/shop/${shop.slug}`}>{nameIn(shop)}</a> ·{' '}
          {t(there ? 'dokan.inStock' : 'dokan.outOfStock')} ·{' '}
          <a href={`tel:${shop.phone}`}>{digits(shop.phone)}</a>
        </p>
        {good.description && <p>{good.description}</p>}
        {shop.takesOrders ? <Take good={good} /> : <p class="notice">{t('dokan.noOrders')}</p>}
        <ToBasket />
      </div>
    </div>
  )
}

function Take({ good }: { good: Good }) {
  const sold = good.variants.filter(each => each.price !== null)
  const chosen = useSignal(sold.find(each => each.available > 0)?.id ?? sold[0]?.id ?? '')
  const typed = useSignal('')
  const { wrong, busy, act } = useActing({ guests: true })
  const variant = sold.find(each => each.id === chosen.value)
  if (!variant) return null
  const quantity = typed.value ? Number(inLatin(typed.value)) : 1

  async function take() {
    if (!(quantity > 0)) return
    const went = await act(`take ${chosen.value} ${quantity}`, () => putIn(chosen.value, quantity))
    if (went) toast(t('dokan.putIn'))
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void take()
      }}
    >
      {sold.length > 1 ? (
        <Choice
          label={good.options.join(', ')}
          value={chosen.value}
          onValue={value => {
            chosen.value = value
          }}
          options={sold.map(each => ({
            value: each.id,
            label: each.choices.join(', '),
            note: `${money(each.price ?? 0)} · ${left(each.available)}`,
          }))}
        />
      ) : (
        <p class="price">
          <span class="money">{money(variant.price ?? 0)}</span>{' '}
          <span class="soft">{left(variant.available)}</span>
        </p>
      )}
      <Field
        label={t('dokan.howMany')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        placeholder={number(1)}
        value={typed.value}
        onValue={value => {
          typed.value = value
        }}
      />
      <button type="submit" disabled={busy.value || variant.available === 0 || !(quantity > 0)}>
        {t('dokan.take')}
      </button>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </form>
  )
}

function left(available: number): string {
  return available > 0 ? t('trade.leftN', { n: number(available) }) : t('dokan.outOfStock')
}
