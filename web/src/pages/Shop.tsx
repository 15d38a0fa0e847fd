/** A shop's front: who it is, when it is open, and what it sells. By its slug, or its own host name. */
import './facts.css'
import './shop.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { OfferedFragment, ShopPageQuery } from '../gql'
import { MoreGoodsDocument } from '../gql/goods'
import { ShopPageDocument } from '../gql/shop'
import { query } from '../net/client'
import { useQuery } from '../net/load'
import { Gone } from '../parts/Gone'
import { Photo } from '../parts/Photo'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { useShopNews } from '../shop/useShopNews'
import { learn } from '../words/bn'
import { dokan as words } from '../words/bn/dokan'
import { nameIn, placeText, t } from '../words/i18n'
import { digits, money } from '../words/numbers'
import { ToBasket } from './shop/ToBasket'
import { unitText } from './shop/words'

learn(words)

type Shown = NonNullable<ShopPageQuery['shop']>

export default function Shop({ params, search }: PageProps) {
  const { slug } = params
  const asked = slug ? { slug } : { host: location.hostname }
  const first = useQuery(ShopPageDocument, asked, { boot: 'ShopPage', perViewer: true })
  const found = first.data.value
  const shop = found?.shop
  useShopNews(shop?.id, () => void first.reload())
  useEffect(() => {
    if (shop) document.title = `${nameIn(shop)} — ${t('shell.brand')}`
  }, [shop])
  if (found && !shop) return <Gone params={params} search={search} />
  if (!shop) {
    return first.fault.value ? (
      <Problem fault={first.fault.value} retry={() => void first.reload()} />
    ) : (
      <Skeleton rows={4} tall />
    )
  }
  return <Front shop={shop} />
}

function Front({ shop }: { shop: Shown }) {
  const goods = shop.products.edges.map(({ node }) => node)
  return (
    <div class="shop stack">
      {shop.cover && (
        <div class="picture cover">
          <Photo photo={shop.cover} alt={shop.cover.alt || nameIn(shop)} large />
        </div>
      )}
      <h1>{nameIn(shop)}</h1>
      <p class="facts">
        {[shop.address, placeText(shop.place)].filter(Boolean).join(', ')} ·{' '}
        <a href={`tel:${shop.phone}`}>{digits(shop.phone)}</a>
      </p>
      {shop.about && <p>{shop.about}</p>}
      {shop.mine && (
        <p class="notice">
          {t('dokan.own')} <a href="/dokan">{t('dokan.toDokan')}</a>
        </p>
      )}
      {!shop.takesOrders && <p class="notice">{t('dokan.noOrders')}</p>}
      <p class="soft">{terms(shop)}</p>
      <ToBasket />
      {goods.length === 0 && <p>{t('dokan.soon')}</p>}
      <Goods shop={shop} first={goods} />
    </div>
  )
}

/** How goods come, and what may be paid how. */
function terms(shop: Shown): string {
  return [
    shop.delivers && t('dokan.delivers', { amount: money(shop.deliveryFee) }),
    shop.pickup && t('dokan.pickup'),
    shop.takesCash && t('dokan.cash'),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Goods({ shop, first }: { shop: Shown; first: OfferedFragment[] }) {
  const more = useSignal<OfferedFragment[]>([])
  const after = useSignal(
    shop.products.pageInfo.hasNextPage ? shop.products.pageInfo.endCursor : '',
  )
  async function load() {
    const from = after.peek()
    const found = await query(MoreGoodsDocument, { id: shop.id, after: from })
    // Two touches in haste bring the same goods.
    if (after.peek() !== from) return
    const page = found.shop?.products
    more.value = [...more.value, ...(page?.edges.map(({ node }) => node) ?? [])]
    after.value = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : ''
  }
  return (
    <>
      <ul class="cards">
        {[...first, ...more.value].map(good => (
          <li key={good.id}>
            <article class="card good">
              <div class="picture">
                {good.media[0] && (
                  <Photo photo={good.media[0]} alt={good.media[0].alt || nameIn(good)} />
                )}
              </div>
              <h2 class="card-title">
                <a href={`/shop/${shop.slug}/${good.id.replace('Product:', '')}`}>{nameIn(good)}</a>
              </h2>
              {good.fromPrice !== null && (
                <p class="price money">
                  {money(good.fromPrice)} <small>{unitText(good.unit)}</small>
                </p>
              )}
            </article>
          </li>
        ))}
      </ul>
      {after.value && (
        <button type="button" class="plain" onClick={() => void load()}>
          {t('dokan.more')}
        </button>
      )}
    </>
  )
}
