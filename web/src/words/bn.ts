/** The Bengali words. Those of the first pages come at once, the others with their page (`learn`). */
import type { about } from './bn/about'
import type { aims } from './bn/aims'
import type { animal } from './bn/animal'
import type { audit } from './bn/audit'
import type { barring } from './bn/barring'
import type { bazar } from './bn/bazar'
import type { bhara } from './bn/bhara'
import type { booking } from './bn/booking'
import type { bought } from './bn/bought'
import type { calendar } from './bn/calendar'
import type { calls } from './bn/calls'
import type { care } from './bn/care'
import type { charts } from './bn/charts'
import type { counter } from './bn/counter'
import type { deal } from './bn/deal'
import type { deposits } from './bn/deposits'
import type { desk } from './bn/desk'
import type { deskfigures } from './bn/deskfigures'
import type { disputes } from './bn/disputes'
import type { dokan } from './bn/dokan'
import type { enlist } from './bn/enlist'
import type { files } from './bn/files'
import type { form } from './bn/form'
import type { haatdesk } from './bn/haatdesk'
import { hall } from './bn/hall'
import type { hishab } from './bn/hishab'
import { home } from './bn/home'
import type { keeper } from './bn/keeper'
import type { khobor } from './bn/khobor'
import type { log } from './bn/log'
import { lot } from './bn/lot'
import type { mine } from './bn/mine'
import type { nalish } from './bn/nalish'
import type { offer } from './bn/offer'
import type { officer } from './bn/officer'
import type { order } from './bn/order'
import type { overcharge } from './bn/overcharge'
import type { parcel } from './bn/parcel'
import type { pay } from './bn/pay'
import type { people } from './bn/people'
import type { ride } from './bn/ride'
import type { rokto } from './bn/rokto'
import type { sahayok } from './bn/sahayok'
import type { sale } from './bn/sale'
import type { search } from './bn/search'
import type { seba } from './bn/seba'
import type { seconds } from './bn/seconds'
import type { sell } from './bn/sell'
import type { shares } from './bn/shares'
import { shell } from './bn/shell'
import type { shopforms } from './bn/shopforms'
import type { signin } from './bn/signin'
import type { sitting } from './bn/sitting'
import type { slides } from './bn/slides'
import type { strips } from './bn/strips'
import type { taka } from './bn/taka'
import type { trade } from './bn/trade'
import type { trades } from './bn/trades'
import type { trip } from './bn/trip'
import type { weigh } from './bn/weigh'

const first = {
  ...hall,
  ...home,
  ...lot,
  ...shell,
}

export type Key =
  | keyof typeof first
  | keyof typeof about
  | keyof typeof audit
  | keyof typeof barring
  | keyof typeof bazar
  | keyof typeof aims
  | keyof typeof bhara
  | keyof typeof booking
  | keyof typeof bought
  | keyof typeof calendar
  | keyof typeof care
  | keyof typeof calls
  | keyof typeof charts
  | keyof typeof counter
  | keyof typeof deal
  | keyof typeof deposits
  | keyof typeof desk
  | keyof typeof deskfigures
  | keyof typeof dokan
  | keyof typeof form
  | keyof typeof haatdesk
  | keyof typeof hishab
  | keyof typeof keeper
  | keyof typeof shopforms
  | keyof typeof khobor
  | keyof typeof enlist
  | keyof typeof files
  | keyof typeof log
  | keyof typeof mine
  | keyof typeof officer
  | keyof typeof disputes
  | keyof typeof nalish
  | keyof typeof offer
  | keyof typeof order
  | keyof typeof parcel
  | keyof typeof overcharge
  | keyof typeof pay
  | keyof typeof people
  | keyof typeof ride
  | keyof typeof rokto
  | keyof typeof sahayok
  | keyof typeof sale
  | keyof typeof search
  | keyof typeof seba
  | keyof typeof seconds
  | keyof typeof sell
  | keyof typeof animal
  | keyof typeof shares
  | keyof typeof signin
  | keyof typeof sitting
  | keyof typeof trade
  | keyof typeof trades
  | keyof typeof slides
  | keyof typeof strips
  | keyof typeof taka
  | keyof typeof trip
  | keyof typeof weigh

/** The words that are known so far. */
export const bn: Partial<Record<Key, string>> = first

/** Take the words that a page brings. */
export function learn(words: Partial<Record<Key, string>>): void {
  Object.assign(bn, words)
}
