/** An animal for a fixed price or for bargaining, in a list. */
import type { HallListingsQuery } from '../gql'
import { type Key, t, titleOf } from '../words/i18n'
import { AnimalPicture } from './AnimalPicture'
import { Money } from './Money'
import { factsText } from './Weight'

type Sale = HallListingsQuery['listings']['edges'][number]['node']

export function SaleCard({ sale }: { sale: Sale }) {
  const { animal } = sale
  return (
    <article class="card lot-card">
      <AnimalPicture
        species={animal.species.slug}
        sex={animal.sex.slug}
        coat={animal.coatColor}
        alt={titleOf(sale)}
        photo={animal.photo}
      />
      <h2 class="card-title">
        <a href={`/haat/sale/${sale.id.replace('Listing:', '')}`}>{titleOf(sale)}</a>
      </h2>
      <p class="facts">{factsText(animal)}</p>
      <div class="card-foot">
        <p>
          <span class="label">{t(`hall.${sale.kind}` as Key)}</span>
          <b class="price">{sale.price !== null && <Money paisa={sale.price} />}</b>
        </p>
      </div>
    </article>
  )
}
