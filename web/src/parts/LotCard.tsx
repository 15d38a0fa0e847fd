/** A lot in a list: picture, what it is, its price and its time. The whole card is the link. */
import type { LotCardFragment } from '../gql'
import { starred, toggleStar } from '../hall/stars'
import { second } from '../net/clock'
import { t, titleOf } from '../words/i18n'
import { clockTime, duration, longDate } from '../words/time'
import { AnimalPicture } from './AnimalPicture'
import { Money } from './Money'
import { factsText } from './Weight'

export function LotCard({ lot, level = 2 }: { lot: LotCardFragment; level?: 2 | 3 }) {
  const { animal } = lot
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <article class="card lot-card">
      <a href={`/haat/${lot.number}`}>
        <AnimalPicture
          species={animal.species.slug}
          sex={animal.sex.slug}
          coat={animal.coatColor}
          alt={titleOf(lot)}
        />
        <Title class="card-title">{titleOf(lot)}</Title>
      </a>
      <p class="facts">{factsText(animal)}</p>
      <p class="label">{t(lot.price === null ? 'lot.start' : 'lot.highest')}</p>
      <p class="price">
        <Money paisa={lot.price ?? lot.startPrice} />
      </p>
      <p class="time">
        <Moment lot={lot} />
      </p>
      {(lot.phase === 'OPEN' || lot.phase === 'SCHEDULED') && <Star lotId={lot.id} />}
    </article>
  )
}

function Moment({ lot }: { lot: LotCardFragment }) {
  if (lot.phase === 'OPEN' && lot.endsAt) {
    const left = Date.parse(lot.endsAt) - second.value * 1000
    return (
      <>
        {t('lot.left')} <span class="countdown">{left > 0 ? duration(left) : t('lot.ending')}</span>
      </>
    )
  }
  if (lot.phase === 'SCHEDULED' && lot.startsAt) {
    return <>{t('hall.from', { day: longDate(lot.startsAt), time: clockTime(lot.startsAt) })}</>
  }
  return <>{t(lot.result === 'SOLD' ? 'hall.sold' : 'hall.over')}</>
}

export function Star({ lotId }: { lotId: string }) {
  const on = starred.value.has(lotId)
  return (
    <button
      type="button"
      class="plain follow"
      aria-pressed={on}
      onClick={() => void toggleStar(lotId)}
    >
      {on ? '★' : '☆'} {t('hall.follow')}
    </button>
  )
}
