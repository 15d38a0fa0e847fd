/** Where the thing that news tells of is shown. */

/** The pages that show a thing by its number. */
const PAGES: Record<string, string> = {
  Booking: '/seba/booking/',
  BloodRequest: '/rokto/',
  Complaint: '/nalish/',
  Deal: '/haat/deal/',
  DonationOffer: '/rokto/offer/',
  Listing: '/haat/sale/',
  Lot: '/haat/',
  RentalAgreement: '/bhara/tenancy/',
  RentalUnit: '/bhara/',
  SharePool: '/haat/shares/',
  Sitting: '/seba/sitting/',
  Trip: '/trip/',
}
/** The pages where a thing is one among others. */
const LISTS: Record<string, string> = {
  Animal: '/haat/sell',
  Payment: '/taka',
  Service: '/provider',
  Shop: '/dokan',
}
const OWN = '/amar'

/** Return the address at which something is shown, such as that of `Lot:12`. */
export function addressOf(about: string): string {
  const [type = '', n = ''] = about.split(':')
  if (!/^\d{1,18}$/.test(n)) return OWN
  const page = PAGES[type]
  return page ? page + n : (LISTS[type] ?? OWN)
}
