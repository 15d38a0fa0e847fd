/** The seller's animals, each with its next step. */
import { useSignal } from '@preact/signals'
import type { SellChoicesQuery, SellPageQuery } from '../../gql'
import { AskForCheckDocument } from '../../gql/offering'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { AnimalPicture } from '../../parts/AnimalPicture'
import { Empty } from '../../parts/Empty'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { toast } from '../../parts/Toast'
import { factsText } from '../../parts/Weight'
import { learn } from '../../words/bn'
import { animal as forms } from '../../words/bn/animal'
import { type Key, pick, t } from '../../words/i18n'
import type { Selling } from '../Sell'
import type { Props as CareProps } from './AnimalCare'
import type { Props as FilesProps } from './AnimalFiles'
import type { Props as OfferProps } from './OfferForSale'
import type { Props as SharesProps } from './OfferInShares'

learn(forms)

type Animal = SellPageQuery['myAnimals']['edges'][number]['node']
export type Props = Selling & { choices: SellChoicesQuery }

/** While somebody may be about to buy it, an animal's record does not change. */
const CHANGEABLE = new Set(['REGISTERED', 'CHECK_PENDING', 'CLEARED', 'FAILED'])
/** While nobody has bought it, its seller alone may say that it is gone. */
const OWN = new Set([...CHANGEABLE, 'LISTED'])
const AnimalCare = onDemand<CareProps>(
  () => import('./AnimalCare').then(part => part.AnimalCare),
  4,
)
const AnimalFiles = onDemand<FilesProps>(
  () => import('./AnimalFiles').then(part => part.AnimalFiles),
  4,
)
const OfferForSale = onDemand<OfferProps>(
  () => import('./OfferForSale').then(part => part.OfferForSale),
  4,
)
const OfferInShares = onDemand<SharesProps>(
  () => import('./OfferInShares').then(part => part.OfferInShares),
  4,
)

export function Animals({ data, reload, choices }: Props) {
  const animals = data.myAnimals.edges.map(edge => edge.node)
  return (
    <section aria-label={t('animal.animals')}>
      <h2>{t('animal.animals')}</h2>
      {animals.length === 0 && <Empty text={t('animal.noAnimals')} />}
      <ul class="lines">
        {animals.map(animal => (
          <One key={animal.id} animal={animal} reload={reload} choices={choices} />
        ))}
      </ul>
    </section>
  )
}

type OneProps = { animal: Animal; reload: () => Promise<void>; choices: SellChoicesQuery }

function One({ animal, reload, choices }: OneProps) {
  const open = useSignal<'SALE' | 'SHARES' | null>(null)
  const most = choices.species.find(kind => kind.slug === animal.species.slug)?.maxShares ?? 1
  const { wrong, busy, act } = useActing()
  const title = animal.name || pick({ bn: animal.breed.nameBn, en: animal.breed.nameEn })

  async function ask() {
    const went = await act(`check ${animal.id}`, async () => {
      return (await mutate(AskForCheckDocument, { animalId: animal.id })).requestCheck
    })
    if (went) toast(t('animal.askedCheck'))
    await reload()
  }

  return (
    <li class="card stack">
      <div class="own-animal">
        <AnimalPicture
          species={animal.species.slug}
          sex={animal.sex.slug}
          coat={animal.coatColor}
          alt={title}
          photo={animal.photo}
        />
        <div class="stack">
          <h3>{title}</h3>
          <p class="soft">
            {factsText(animal)} ·{' '}
            <span lang="en" class="whole">
              {animal.number}
            </span>
          </p>
          <p>
            <strong>{t(`animal.${animal.state}` as Key)}</strong>
          </p>
        </div>
      </div>
      {CHANGEABLE.has(animal.state) && (
        <AnimalFiles animal={animal} title={title} reload={reload} />
      )}
      {(animal.state === 'REGISTERED' || animal.state === 'FAILED') && (
        <button type="button" disabled={busy.value} onClick={() => void ask()}>
          {t('animal.askCheck')}
        </button>
      )}
      {animal.state === 'CLEARED' && !open.value && (
        <button
          type="button"
          onClick={() => {
            open.value = 'SALE'
          }}
        >
          {t('animal.offer')}
        </button>
      )}
      {animal.state === 'CLEARED' && most > 1 && !open.value && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            open.value = 'SHARES'
          }}
        >
          {t('animal.inShares')}
        </button>
      )}
      {animal.state === 'CLEARED' && open.value === 'SALE' && (
        <OfferForSale animal={animal} choices={choices} done={reload} />
      )}
      {animal.state === 'CLEARED' && open.value === 'SHARES' && (
        <OfferInShares animalId={animal.id} most={most} choices={choices} />
      )}
      {animal.sale && (
        <a href={`/haat/sale/${animal.sale.listingId.replace('Listing:', '')}`}>
          {t('animal.see')}
        </a>
      )}
      {OWN.has(animal.state) && (
        <Opened
          title={t('animal.care')}
          show={() => (
            <AnimalCare
              animal={animal}
              changeable={CHANGEABLE.has(animal.state)}
              defects={choices.qurbaniDefects}
              reload={reload}
            />
          )}
        />
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </li>
  )
}
