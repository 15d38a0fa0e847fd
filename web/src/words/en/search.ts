import type { search as bn } from '../bn/search'

export const search: Record<keyof typeof bn, string> = {
  'search.title': 'Search',
  'search.what': 'What are you looking for?',
  'search.hint': 'such as: fan repair, Sahiwal, shop for rent',
  'search.go': 'Search',
  'search.kinds': 'Which kind',
  'search.ALL': 'All',
  'search.SERVICE': 'Services',
  'search.ANIMAL': 'Animals',
  'search.LOT': 'Auctions',
  'search.RENTAL': 'Rentals',
  'search.CATEGORY': 'On call',
  'search.PRODUCT': 'Goods',
  'search.SHOP': 'Shops',
  'search.free': 'to be had right now',
  'search.none': 'Nothing was found. Try another spelling, or fewer words.',
  'search.found': 'What was found',
}
