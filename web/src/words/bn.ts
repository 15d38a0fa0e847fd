/** All Bengali words, by area. */
import { about } from './bn/about'
import { hall } from './bn/hall'
import { home } from './bn/home'
import { log } from './bn/log'
import { lot } from './bn/lot'
import { mine } from './bn/mine'
import { officer } from './bn/officer'
import { sale } from './bn/sale'
import { sell } from './bn/sell'
import { shell } from './bn/shell'
import { signin } from './bn/signin'

export const bn = {
  ...about,
  ...hall,
  ...home,
  ...log,
  ...lot,
  ...mine,
  ...officer,
  ...sale,
  ...sell,
  ...shell,
  ...signin,
}

export type Key = keyof typeof bn
