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
      <a href={`/haat/sale/${sale.id.replace('Listing:', '')}`}>
        <AnimalPicture
          species={animal.species.slug}
          sex={animal.sex.slug}
          coat={animal.coatColor}
          alt={titleOf(sale)}
        />
        <h2 class="card-title">{titleOf(sale)}</h2>
      </a>
      <p class="facts">{factsText(animal)}</p>
      <p class="label">{t(`hall.${sale.kind}` as Key)}</p>
      <p class="price">{sale.price !== null && <Money paisa={sale.price} />}</p>
    </article>
  )
}
