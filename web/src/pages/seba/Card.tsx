/** A service in a list: what, by whom, where, from which price, and whether he is free. */
import type { FreeFragment, ServiceCardFragment } from '../../gql'
import { t, titleOf } from '../../words/i18n'
import { money } from '../../words/numbers'
import { FreeSign, spotText, starsText } from './words'

type Props = { service: ServiceCardFragment; free?: FreeFragment | undefined }

export function Card({ service, free = service.availability }: Props) {
  const { provider, fromPrice } = service
  return (
    <article class="card seba-card">
      <h2>
        <a href={`/seba/${provider.id.replace('Provider:', '')}`}>{provider.name}</a>
      </h2>
      <p>{titleOf(service)}</p>
      <p>
        <FreeSign free={free} />
      </p>
      <p class="soft">
        {spotText(provider.place)} · {starsText(provider.rating)}
      </p>
      {fromPrice !== null && <p class="price">{t('seba.from', { amount: money(fromPrice) })}</p>}
    </article>
  )
}
