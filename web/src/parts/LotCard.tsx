/** A lot in a list: picture, what it is, its price and its time. The whole card leads to the lot. */
import type { LotCardFragment } from '../gql'
import { starred, toggleStar } from '../hall/stars'
import { second } from '../net/clock'
import { t, titleOf } from '../words/i18n'
import { clockTime, duration, longDate } from '../words/time'
import { AnimalPicture } from './AnimalPicture'
import { Money } from './Money'
import { factsText } from './Weight'

/** `large`: the one card that a page is about, with a button of its own. */
type Props = { lot: LotCardFragment; level?: 2 | 3; large?: boolean }

export function LotCard({ lot, level = 2, large = false }: Props) {
  const { animal } = lot
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <article class={large ? 'card lot-card large' : 'card lot-card'}>
      <AnimalPicture
        species={animal.species.slug}
        sex={animal.sex.slug}
        coat={animal.coatColor}
        alt={titleOf(lot)}
        photo={animal.photo}
      />
      <Title class="card-title">
        <a href={`/haat/${lot.number}`}>{titleOf(lot)}</a>
      </Title>
      <p class="facts">{factsText(animal)}</p>
      <div class="card-foot">
        <p>
          <span class="label">{t(lot.price === null ? 'lot.start' : 'lot.highest')}</span>
          <b class="price">
            <Money paisa={lot.price ?? lot.startPrice} />
          </b>
        </p>
        <Moment lot={lot} />
        {(lot.phase === 'OPEN' || lot.phase === 'SCHEDULED') && <Star lotId={lot.id} />}
      </div>
      {large && (
        <a class="button" href={`/haat/${lot.number}`}>
          {t('home.go')}
        </a>
      )}
    </article>
  )
}

function Moment({ lot }: { lot: LotCardFragment }) {
  if (lot.phase === 'OPEN' && lot.endsAt) {
    const left = Date.parse(lot.endsAt) - second.value * 1000
    return (
      <p class="time">
        <span class="label">{t('lot.left')}</span>
        <b class="countdown">{left > 0 ? duration(left) : t('lot.ending')}</b>
      </p>
    )
  }
  if (lot.phase === 'SCHEDULED' && lot.startsAt) {
    return (
      <p class="time">
        <span class="label">{longDate(lot.startsAt)}</span>
        <b>{clockTime(lot.startsAt)}</b>
      </p>
    )
  }
  return (
    <p class="time">
      <span class="label">{lot.endsAt ? longDate(lot.endsAt) : ''}</span>
      <b>{t(lot.result === 'SOLD' ? 'hall.sold' : 'hall.over')}</b>
    </p>
  )
}

export function Star({ lotId }: { lotId: string }) {
  const on = starred.value.has(lotId)
  return (
    <button
      type="button"
      class="star"
      aria-pressed={on}
      aria-label={t('hall.follow')}
      title={t('hall.follow')}
      onClick={() => void toggleStar(lotId)}
    >
      {on ? '★' : '☆'}
    </button>
  )
}
