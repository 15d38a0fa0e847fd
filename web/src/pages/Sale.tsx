/** An animal for a fixed price or by bargaining: what it is, what it costs, and the talk about it. */
import './hall.css'
import { useEffect } from 'preact/hooks'
import type { SalePageQuery } from '../gql'
import { SalePageDocument, SaleViewerDocument } from '../gql/sale'
import { useAccount } from '../net/account'
import { useQuery } from '../net/load'
import { me } from '../net/session'
import { AnimalPicture } from '../parts/AnimalPicture'
import { Gone } from '../parts/Gone'
import { vetText } from '../parts/LotFacts'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { factsText } from '../parts/Weight'
import type { PageProps } from '../router'
import { learn } from '../words/bn'
import { sale as words } from '../words/bn/sale'
import { type Key, pick, t, titleOf } from '../words/i18n'
import { money, number } from '../words/numbers'
import { Bargain } from './sale/Bargain'
import { BuyNow } from './sale/BuyNow'
import { OwnLot } from './sale/OwnLot'
import { OwnSale } from './sale/OwnSale'

learn(words)

export type Listing = NonNullable<SalePageQuery['listing']>

export default function Sale({ params, search }: PageProps) {
  const listingId = `Listing:${params.n}`
  const first = useQuery(SalePageDocument, { listingId }, { boot: 'SalePage' })
  const found = first.data.value
  useEffect(() => {
    if (found?.listing) document.title = `${titleOf(found.listing)} — ${t('shell.brand')}`
  }, [found])
  const hidden = found !== null && !found.listing
  useEffect(() => {
    // What only its seller may see, the server does not tell whoever asks for the page.
    if (hidden && me.value) void first.reload()
  }, [hidden, me.value?.id])
  const unsure = me.value === undefined || first.loading.value
  if (hidden && !unsure) return <Gone params={params} search={search} />
  if (!found?.listing) {
    return first.fault.value ? (
      <Problem fault={first.fault.value} retry={() => void first.reload()} />
    ) : (
      <Skeleton rows={4} tall />
    )
  }
  return <Shown listing={found.listing} again={first.reload} />
}

function Shown({ listing, again }: { listing: Listing; again: () => Promise<void> }) {
  const { animal } = listing
  return (
    <div class="sale">
      <AnimalPicture
        species={animal.species.slug}
        sex={animal.sex.slug}
        coat={animal.coatColor}
        alt={titleOf(listing)}
        photo={animal.photo}
        media={animal.media}
        large
      />
      <div class="sale-main">
        <h1>{titleOf(listing)}</h1>
        <p class="facts">{factsText(animal)}</p>
        <p class="label">{t(`sale.${listing.kind}` as Key)}</p>
        {listing.price !== null && <p class="price money">{money(listing.price)}</p>}
        {listing.perKg !== null && (
          <p class="notice">
            {t('sale.byWeight', {
              perKg: money(listing.perKg),
              kg: number((listing.declaredGrams ?? 0) / 1000),
            })}
          </p>
        )}
        <Talk listing={listing} again={again} />
      </div>
      <Facts listing={listing} />
    </div>
  )
}

function Talk({ listing, again }: { listing: Listing; again: () => Promise<void> }) {
  const viewer = useQuery(SaleViewerDocument, { listingId: listing.id }, { perViewer: true })
  const now = me.value ? viewer.data.value?.listing : null
  useAccount(item => {
    if (item.__typename !== 'AccountNotice') return
    void viewer.reload()
    void again()
  })
  const reload = async () => {
    await Promise.all([viewer.reload(), again()])
  }
  if (listing.kind === 'AUCTION') {
    return (
      <>
        <p class="notice">
          {t('sale.AUCTION')}{' '}
          {listing.lotId && (
            <a href={`/haat/${listing.lotId.replace('Lot:', '')}`}>{t('sale.toLot')}</a>
          )}
        </p>
        {now?.mine && listing.state === 'LIVE' && <OwnLot lotId={listing.lotId} reload={reload} />}
      </>
    )
  }
  if (now?.mine) return <OwnSale listing={listing} offers={now.offers} reload={reload} />
  if (listing.state !== 'LIVE') {
    const agreed = now?.offers.some(offer => offer.state === 'ACCEPTED')
    return (
      <p class={agreed ? 'notice good' : 'notice'} role="status">
        {t(`sale.state_${listing.state}` as Key)}
        {agreed && <a href="/amar">{t('sale.agreed')}</a>}
      </p>
    )
  }
  return listing.kind === 'FIXED' ? (
    <BuyNow listing={listing} reload={reload} />
  ) : (
    <Bargain listing={listing} offers={now?.offers ?? []} reload={reload} />
  )
}

function Facts({ listing }: { listing: Listing }) {
  const { animal, haat } = listing
  const facts: [Key, string][] = [
    ['lot.seller', animal.sellerName],
    ['lot.from', [animal.village, animal.origin?.nameInFull].filter(Boolean).join(', ')],
    ['sale.at', pick({ bn: haat.nameBn, en: haat.nameEn })],
    ['lot.color', animal.coatColor],
    ['lot.vet', vetText(animal.clearance)],
    ['lot.qurbani', t(`lot.fit_${animal.qurbani.fitness}` as Key)],
  ]
  return (
    <section class="lot-facts">
      <h2>{t('lot.about')}</h2>
      <dl>
        <div>
          <dt>{t('lot.tag')}</dt>
          <dd lang="en">{animal.tags.map(tag => tag.value).join(', ')}</dd>
        </div>
        {facts.map(
          ([key, value]) =>
            value && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {listing.description && <p class="description">{listing.description}</p>}
    </section>
  )
}
