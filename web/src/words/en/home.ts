import type { home as bn } from '../bn/home'

export const home: Record<keyof typeof bn, string> = {
  'home.title': 'Kishoreganj in your hand',
  'home.lead': 'The haat at home: see prices, place bids, bring your own animal.',
  'home.search': 'Animals from where?',
  'home.searchHint': 'Find an upazila, union or haat',
  'home.haat': 'Running now',
  'home.seba': 'Services',
  'home.ambulance': 'Ambulance',
  'home.sell': 'Sell an animal',
  'home.mine': 'My bids',
  'home.blood': 'Blood',
  'home.doctor': 'Doctor',
  'home.shops': 'Shops',
  'home.rentals': 'To let',
  'home.hottest': 'The liveliest right now',
  'home.more': 'Also running',
  'home.counts': '{running} running · {coming} coming · {ended} ended today',
  'home.none': 'Nothing runs right now. Next:',
  'home.nothing': 'There is no haat today. Come again.',
  'home.go': 'See it and bid',
  'home.all': 'See all',
}
