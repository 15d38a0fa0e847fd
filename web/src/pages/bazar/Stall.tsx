/** A shop beside others: its picture and name, where it is, whether it is open, what is new there. */
import type { StallFragment } from '../../gql'
import { Photo } from '../../parts/Photo'
import { nameIn, placeText, t } from '../../words/i18n'
import { money } from '../../words/numbers'
import { unitText } from '../shop/words'

type Props = { shop: StallFragment; level: 2 | 3 }

export function Stall({ shop, level }: Props) {
  const { cover, logo, openNow, newestProducts } = shop
  const name = nameIn(shop)
  const head = cover ?? logo
  const Heading = `h${level}` as const
  return (
    <article class="card good stall">
      <div class="picture cover">
        {head ? (
          <Photo photo={head} alt={head.alt} />
        ) : (
          <span aria-hidden="true">{Array.from(name)[0]}</span>
        )}
      </div>
      {cover && logo && (
        <div class="picture logo">
          <Photo photo={logo} alt={logo.alt} />
        </div>
      )}
      <Heading class="card-title">
        <a href={`/shop/${shop.slug}`}>{name}</a>
      </Heading>
      <p class="soft">{placeText(shop.place)}</p>
      <p class="soft">
        <span class={openNow ? 'free FREE' : 'free OFF'}>
          {t(openNow ? 'bazar.openNow' : 'bazar.closedNow')}
        </span>
        {shop.delivers && ` · ${t('bazar.delivers')}`}
      </p>
      {newestProducts.length === 0 && <p>{t('bazar.noGoods')}</p>}
      {newestProducts.length > 0 && (
        <ul class="goods" aria-label={t('bazar.goodsOf', { name })}>
          {newestProducts.map(good => (
            <li key={good.id}>
              <span>{nameIn(good)}</span>
              {good.fromPrice !== null && (
                <span class="money">
                  {money(good.fromPrice)} <small>{unitText(good.unit)}</small>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
