import type { khobor as words } from '../bn/khobor'

export const khobor: Record<keyof typeof words, string> = {
  'khobor.lead': 'All that you were told; what is new comes here at once.',
  'khobor.signIn': 'Sign in to see your news.',
  'khobor.which': 'Which',
  'khobor.all': 'All news',
  'khobor.onlyNew': 'Only new',
  'khobor.none': 'There is no news.',
  'khobor.new': 'New',
  'khobor.times': '{n} {n:time|times}',
  'khobor.look': 'Look',
  'khobor.read': 'I read it',
  'khobor.readAll': 'I read all of it',
  'khobor.choices': 'What you want to hear of',
  'khobor.choicesNote':
    'All news stands on this page. Better leave money, urgent calls and your account on.',
  'khobor.PUSH': 'On the phone’s screen',
  'khobor.SMS': 'Text message',
  'khobor.topic_BIDS': 'Bids',
  'khobor.topic_SALES': 'Animals and deals',
  'khobor.topic_MONEY': 'Money',
  'khobor.topic_BOOKINGS': 'Services and numbers',
  'khobor.topic_TRIPS': 'Vehicles and ambulances',
  'khobor.topic_BLOOD': 'Blood',
  'khobor.topic_ORDERS': 'Orders at shops',
  'khobor.topic_SHARES': 'Qurbani shares',
  'khobor.topic_ACCOUNT': 'Account and applications',
  'khobor.push': 'Tell me on this phone',
  'khobor.pushNote':
    'News appears even while the page is closed. From 10 at night to 7 only what is urgent.',
  'khobor.pushOn': 'News comes to this phone.',
  'khobor.pushGo': 'Switch on for this phone',
  'khobor.pushStop': 'Switch off for this phone',
  'khobor.pushNot':
    'This browser cannot show news by itself. While the page is open it comes here.',
  'khobor.pushDenied': 'The browser is told to let nothing through; change that in its settings.',
  'khobor.pushFailed': 'The browser’s own service did not answer. Try again later.',
}
