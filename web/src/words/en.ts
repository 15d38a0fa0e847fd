/** All English words; a missing one does not compile. */
import type { Key } from './bn'
import { about } from './en/about'
import { booking } from './en/booking'
import { deal } from './en/deal'
import { desk } from './en/desk'
import { hall } from './en/hall'
import { home } from './en/home'
import { log } from './en/log'
import { lot } from './en/lot'
import { mine } from './en/mine'
import { officer } from './en/officer'
import { pay } from './en/pay'
import { photos } from './en/photos'
import { sale } from './en/sale'
import { search } from './en/search'
import { seba } from './en/seba'
import { sell } from './en/sell'
import { shell } from './en/shell'
import { signin } from './en/signin'
import { trip } from './en/trip'

export const en: Record<Key, string> = {
  ...about,
  ...booking,
  ...deal,
  ...desk,
  ...hall,
  ...home,
  ...log,
  ...lot,
  ...mine,
  ...officer,
  ...pay,
  ...photos,
  ...sale,
  ...search,
  ...seba,
  ...sell,
  ...shell,
  ...signin,
  ...trip,
}
