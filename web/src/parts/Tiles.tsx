/** Where one can go from here: a picture and one or two words each. */
import { type Key, t } from '../words/i18n'

const TILES: [string, string, Key][] = [
  [
    '/haat',
    'M4 5c0 4 3 6 5 6v4c0 3 1 5 3 5s3-2 3-5v-4c2 0 5-2 5-6-2 2-4 2-6 2h-4C8 7 6 7 4 5z',
    'home.haat',
  ],
  ['/seba', 'M13 2L5 14h6l-1 8 8-12h-6z', 'home.seba'],
  [
    '/ambulance',
    'M2 17V6h12v11zM14 9h4l4 4v4h-8M8 8v6M5 11h6M6 20a2 2 0 100-4 2 2 0 000 4zM18 20a2 2 0 100-4 2 2 0 000 4z',
    'home.ambulance',
  ],
  ['/rokto', 'M12 3c4 5 6 8 6 11a6 6 0 01-12 0c0-3 2-6 6-11z', 'home.blood'],
  ['/haat/sell', 'M5 20h14M14 4l4 4-9 9-5 1 1-5zM12 6l4 4', 'home.sell'],
  ['/amar', 'M12 3l3 6 6 1-4 4 1 7-6-3-6 3 1-7-4-4 6-1z', 'home.mine'],
  [
    '/seba?kind=doctor',
    'M6 3v6a4 4 0 008 0V3M10 13v3a4 4 0 008 0v-3M18 13a2 2 0 100-4 2 2 0 000 4z',
    'home.doctor',
  ],
  ['/bazar', 'M4 9l1-5h14l1 5M4 9a3 3 0 005 0 3 3 0 006 0 3 3 0 005 0M5 12v8h14v-8', 'home.shops'],
  ['/bhara', 'M8 14a4 4 0 100-8 4 4 0 000 8zM11 12l8 8M16 17l3-3', 'home.rentals'],
]

export function Tiles() {
  return (
    <ul class="tiles">
      {TILES.map(([href, sign, key]) => (
        <li key={href}>
          <a class="tile" href={href}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={sign} />
            </svg>
            {t(key)}
          </a>
        </li>
      ))}
    </ul>
  )
}
