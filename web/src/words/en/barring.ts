import type { barring as words } from '../bn/barring'

export const barring: Record<keyof typeof words, string> = {
  'barring.noLots': 'Nobody has bid at your haat, so there is nobody to bar.',
  'barring.lot': 'On which lot',
  'barring.lotName': '{title} — lot {n}',
  'barring.bidder': "Bidder's number",
  'barring.bidderHint': 'As the list of bids has it: from bidder 1 to bidder {n}.',
  'barring.whichNumber': "Write the bidder's number, such as 1.",
  'barring.reason': 'Reason',
  'barring.reasonHint': 'At least ten characters. The bidder reads it.',
  'barring.lookNote': 'The audit keeps for good that you looked, and the bidder is told.',
  'barring.look': 'See who it is',
  'barring.is': 'Bidder {n} is {name}',
  'barring.noName': 'somebody who erased the name',
  'barring.until': 'Until which day',
  'barring.wrongDay': 'Give a day.',
  'barring.askNote': 'Once a second officer agrees, this person cannot bid at any haat.',
  'barring.ask': 'Ask for the ban',
  'barring.asked': 'Asked. A second officer has to agree.',
}
