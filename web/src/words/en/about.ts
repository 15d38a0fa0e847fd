import type { about as bn } from '../bn/about'

export const about: Record<keyof typeof bn, string> = {
  'about.title': 'About',
  'about.lead':
    'Kishoreganj in your hand brings the services, shops and haats of a district home: no brokers, and every price and bid in the open.',
  'about.auction': 'How an auction works',
  'about.auctionText':
    'You say the most that you would pay. Only as much is bid for you as keeps you ahead, and never more. Nobody sees your maximum while bidding runs.',
  'about.soft': 'Why time is added at the end',
  'about.softText':
    'A bid in the last two minutes leaves two minutes more, so that the others can think. So a slow connection does not lose an animal. There is a last limit, after which nothing is added.',
  'about.log': 'The log of bids',
  'about.logText':
    'Each bid is a line of a log, and each line carries the print of the line before. Change one, and the chain breaks where anybody can see it. Every lot has its log.',
  'about.seller': 'Sellers and animals',
  'about.sellerText':
    'An officer of the area clears each seller, a vet each animal. A weight always says how and when it was found.',
  'about.money': 'Money',
  'about.moneyText':
    'You pay by bKash, Nagad or card, in parts if you like, or in cash at the desk of the haat. The money is held until the animal is in your hands; then the seller gets it. There is no commission.',
  'about.privacy': 'Your data',
  'about.privacyText':
    'In the list of bids you are a number. Nobody is shown your phone. You can erase your account at any time on My page.',
  'about.open': 'Figures for everybody',
  'about.openText':
    'How many services are open, what the haats sold, how long complaints wait: anybody may look.',
  'about.figures': 'The figures',
  'about.complain': 'Complain',
  'about.receipt': 'Is a receipt genuine?',
  'about.receiptText':
    'Hold the camera of a phone to the code on it, or write the end of its address here.',
  'about.receiptCode': 'Code of the receipt',
  'about.receiptGo': 'Check it',
  'about.receiptKey': 'The key of the receipts’ seal (for programs)',
  'about.maps': 'Whose map data these are',
  'about.help': 'Help',
  'about.helpText':
    "The government's line for information and services is 333; for emergencies 999.",
  'about.offline': 'No internet',
  'about.offlineText':
    'The page comes back by itself when the connection does. Pages you have seen can still be opened.',
  'about.notFound': 'There is no such page',
  'about.notFoundText': 'The address is wrong, or what was there is gone. Look for it in the haat.',
}
