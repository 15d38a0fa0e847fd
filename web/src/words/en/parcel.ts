import type { parcel as words } from '../bn/parcel'

export const parcel: Record<keyof typeof words, string> = {
  'parcel.send': 'Sent',
  'parcel.ready': 'Ready to be fetched',
  'parcel.code': 'The buyer’s six-digit code',
  'parcel.deliver': 'Handed over',
  'parcel.cameBack': 'The goods are back',
  'parcel.byTrip': 'Call a vehicle for it',
  'parcel.follow': 'A vehicle is called: see where it is',
  'parcel.fail': 'It could not be handed over',
  'parcel.failWhy': 'Why',
  'parcel.bringBack': 'It is being brought back',
  'parcel.PACKED': 'The parcel is ready',
  'parcel.OUT': 'The parcel is on its way',
  'parcel.DELIVERED': 'The parcel was handed over',
  'parcel.FAILED': 'The parcel was not handed over',
  'parcel.RETURNING': 'The parcel comes back',
  'parcel.BACK': 'The parcel is back in the shop',
}
