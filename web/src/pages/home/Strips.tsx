/** What else is going on in the district now: ambulances that are free, and the newest shop. */
import { useEffect } from 'preact/hooks'
import { HomeStripsDocument } from '../../gql/strips'
import { useQuery } from '../../net/load'
import { learn } from '../../words/bn'
import { strips as words } from '../../words/bn/strips'
import { nameIn, placeText, t } from '../../words/i18n'
import { number } from '../../words/numbers'

learn(words)

// Kishoreganj Sadar, as the places have it: nobody has said yet where he is.
const TOWN = { lat: 24.42376, lng: 90.7833 }

/** `turn` changes when it is time to ask again. */
export function Strips({ turn }: { turn: number }) {
  const { data, reload } = useQuery(HomeStripsDocument, { around: TOWN })
  useEffect(() => {
    if (data.peek() && !document.hidden) void reload()
  }, [turn])
  const free = data.value?.vehiclesNear.reduce((sum, cell) => sum + cell.vehicles, 0) ?? 0
  const shop = data.value?.shops.edges[0]?.node
  return (
    <ul class="strips">
      {free > 0 && (
        <li>
          <a class="card" href="/ambulance">
            {t('strips.ambulances', { n: number(free) })}
          </a>
        </li>
      )}
      {shop && (
        <li>
          <a class="card" href={`/shop/${shop.slug}`}>
            {t('strips.shop', { name: nameIn(shop), where: placeText(shop.place) })}
          </a>
        </li>
      )}
    </ul>
  )
}
