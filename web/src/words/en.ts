/** All English words; a missing one does not compile. */
import type { Key } from './bn'
import { about } from './en/about'
import { aims } from './en/aims'
import { animal } from './en/animal'
import { audit } from './en/audit'
import { barring } from './en/barring'
import { bazar } from './en/bazar'
import { bhara } from './en/bhara'
import { booking } from './en/booking'
import { bought } from './en/bought'
import { calendar } from './en/calendar'
import { calls } from './en/calls'
import { care } from './en/care'
import { charts } from './en/charts'
import { counter } from './en/counter'
import { deal } from './en/deal'
import { deposits } from './en/deposits'
import { desk } from './en/desk'
import { deskfigures } from './en/deskfigures'
import { disputes } from './en/disputes'
import { dokan } from './en/dokan'
import { enlist } from './en/enlist'
import { files } from './en/files'
import { form } from './en/form'
import { haatdesk } from './en/haatdesk'
import { hall } from './en/hall'
import { hishab } from './en/hishab'
import { home } from './en/home'
import { keeper } from './en/keeper'
import { khobor } from './en/khobor'
import { log } from './en/log'
import { lot } from './en/lot'
import { mine } from './en/mine'
import { nalish } from './en/nalish'
import { offer } from './en/offer'
import { officer } from './en/officer'
import { order } from './en/order'
import { overcharge } from './en/overcharge'
import { parcel } from './en/parcel'
import { pay } from './en/pay'
import { people } from './en/people'
import { ride } from './en/ride'
import { rokto } from './en/rokto'
import { sahayok } from './en/sahayok'
import { sale } from './en/sale'
import { search } from './en/search'
import { seba } from './en/seba'
import { seconds } from './en/seconds'
import { sell } from './en/sell'
import { shares } from './en/shares'
import { shell } from './en/shell'
import { shopforms } from './en/shopforms'
import { signin } from './en/signin'
import { sitting } from './en/sitting'
import { slides } from './en/slides'
import { strips } from './en/strips'
import { taka } from './en/taka'
import { trade } from './en/trade'
import { trades } from './en/trades'
import { trip } from './en/trip'
import { weigh } from './en/weigh'

export const en: Record<Key, string> = {
  ...about,
  ...audit,
  ...aims,
  ...barring,
  ...bazar,
  ...bhara,
  ...booking,
  ...bought,
  ...calendar,
  ...care,
  ...calls,
  ...charts,
  ...counter,
  ...deal,
  ...deposits,
  ...desk,
  ...deskfigures,
  ...dokan,
  ...enlist,
  ...files,
  ...form,
  ...haatdesk,
  ...hall,
  ...hishab,
  ...home,
  ...keeper,
  ...shopforms,
  ...khobor,
  ...log,
  ...lot,
  ...mine,
  ...officer,
  ...disputes,
  ...nalish,
  ...offer,
  ...order,
  ...parcel,
  ...overcharge,
  ...pay,
  ...people,
  ...ride,
  ...rokto,
  ...sahayok,
  ...sale,
  ...search,
  ...seba,
  ...seconds,
  ...sell,
  ...animal,
  ...shares,
  ...shell,
  ...signin,
  ...sitting,
  ...trade,
  ...trades,
  ...slides,
  ...strips,
  ...taka,
  ...trip,
  ...weigh,
}
