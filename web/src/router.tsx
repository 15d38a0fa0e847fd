/** Which page an address shows. The server knows the same patterns (hmk_graph/pages). */
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { bootIs } from './net/boot'
import Home from './pages/Home'
import Lot from './pages/Lot'

export type Params = Record<string, string>
export type PageProps = { params: Params; search: URLSearchParams }
export type Page = ComponentType<PageProps>

type Entry = { pattern: RegExp; names: string[]; load: () => Page | Promise<{ default: Page }> }

// `:n` is a number, `:slug` the name of a shop; home and lot are in the first load, all else comes on demand.
const TABLE: Entry[] = [
  // A shop's own host name has its front where ours is.
  entry('/', () => (bootIs('ShopPage') ? import('./pages/Shop') : Home)),
  entry('/haat', () => import('./pages/Hall')),
  entry('/haat/sell', () => import('./pages/Sell')),
  entry('/haat/:n', () => Lot),
  entry('/haat/:n/log', () => import('./pages/Log')),
  entry('/haat/sale/:n', () => import('./pages/Sale')),
  entry('/haat/deposits', () => import('./pages/Deposits')),
  entry('/haat/shares', () => import('./pages/Shares')),
  entry('/haat/shares/:n', () => import('./pages/Pool')),
  entry('/haat/deal/:n', () => import('./pages/Deal')),
  entry('/seba', () => import('./pages/Services')),
  entry('/seba/:n', () => import('./pages/Provider')),
  entry('/provider', () => import('./pages/Desk')),
  entry('/provider/work', () => import('./pages/Offers')),
  entry('/seba/booking/:n', () => import('./pages/Booking')),
  entry('/seba/sitting/:n', () => import('./pages/Sitting')),
  entry('/ambulance', () => import('./pages/Ambulance')),
  entry('/bazar', () => import('./pages/Bazar')),
  entry('/shop/:slug', () => import('./pages/Shop')),
  entry('/shop/:slug/:n', () => import('./pages/Product')),
  entry('/cart', () => import('./pages/Cart')),
  entry('/o/:n', () => import('./pages/Orders')),
  entry('/dokan', () => import('./pages/Dokan')),
  entry('/ride', () => import('./pages/Ride')),
  entry('/rokto', () => import('./pages/Blood')),
  entry('/rokto/:n', () => import('./pages/Need')),
  entry('/rokto/offer/:n', () => import('./pages/DonationOffer')),
  entry('/bhara', () => import('./pages/Rentals')),
  entry('/bhara/mine', () => import('./pages/MyRentals')),
  entry('/bhara/:n', () => import('./pages/Rental')),
  entry('/bhara/tenancy/:n', () => import('./pages/Tenancy')),
  entry('/trip/shared', () => import('./pages/SharedTrip')),
  entry('/trip/:n', () => import('./pages/Trip')),
  entry('/driver', () => import('./pages/Driver')),
  entry('/search', () => import('./pages/Search')),
  entry('/amar', () => import('./pages/Mine')),
  entry('/khobor', () => import('./pages/Khobor')),
  entry('/taka', () => import('./pages/Taka')),
  entry('/hishab', () => import('./pages/Figures')),
  entry('/nalish', () => import('./pages/Complaints')),
  entry('/nalish/:n', () => import('./pages/Complaint')),
  entry('/officer', () => import('./pages/Officer')),
  entry('/sahayok', () => import('./pages/Sahayok')),
  entry('/about', () => import('./pages/About')),
  entry('/offline', () => import('./pages/Offline')),
]

export type Route = PageProps & { path: string; page: Page }

/** What is shown; null until the first page is there. */
export const route = signal<Route | null>(null)
/** Set when a page's script could not be fetched: there is no line, or a new version is out. */
export const lost = signal(false)

let turn = 0

/** Go to an address of ours. */
export function navigate(href: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  void show({ focus: true })
}

/** Show the page of the present address. */
export async function show({ focus = false } = {}): Promise<void> {
  turn += 1
  const mine = turn
  const { pathname, search } = location
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') : pathname
  const found = TABLE.find(each => each.pattern.test(path))
  const values = found?.pattern.exec(path)?.slice(1) ?? []
  const params = Object.fromEntries((found?.names ?? []).map((name, i) => [name, values[i] ?? '']))
  try {
    const loaded = await (found ? found.load() : import('./pages/NotFound'))
    if (mine !== turn) return
    const page = 'default' in loaded ? loaded.default : loaded
    lost.value = false
    route.value = { path, params, search: new URLSearchParams(search), page }
    if (focus) settle()
  } catch {
    if (mine === turn) lost.value = true
  }
}

/** Begin: links of ours are followed without a new page, and the way back works. */
export function start(): Promise<void> {
  addEventListener('popstate', () => void show({ focus: true }))
  document.addEventListener('click', event => {
    const link = (event.target as Element | null)?.closest?.('a')
    if (!link || !isOurs(link, event)) return
    event.preventDefault()
    navigate(link.pathname + link.search + link.hash)
  })
  return show()
}

function isOurs(link: HTMLAnchorElement, event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0) return false
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false
  if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return false
  if (link.hash && link.pathname === location.pathname) return false
  return !/^\/(graphql|graphiql|haat\/lots|og|assets|receipt)(\/|$)/.test(link.pathname)
}

/** After a page changed: to the top, and a screen reader to the new heading. */
function settle(): void {
  scrollTo(0, 0)
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>('main h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  })
}

function entry(path: string, load: Entry['load']): Entry {
  const names = [...path.matchAll(/:(\w+)/g)].map(found => found[1] ?? '')
  const pattern = path.replace(':slug', '([a-z0-9-]{3,40})').replace(':n', '(\\d{1,18})')
  return { pattern: new RegExp(`^${pattern}$`), names, load }
}
