import type { disputes as words } from '../bn/disputes'

export const disputes: Record<keyof typeof words, string> = {
  'disputes.forCitizen': 'For the citizen',
  'disputes.forProvider': 'For the provider',
  'disputes.bookingNumber': 'Number of the booking',
  'disputes.bookingHint': 'To see a confirmed booking, or to call it off.',
  'disputes.bookingBad': 'Write the number.',
  'disputes.bookingOpen': 'Open the booking',
  'disputes.bookingDisputes': 'About services',
  'disputes.claimDisputes': 'About advances',
  'disputes.claimed': 'The landlord claims {amount}',
  'disputes.keeps': 'What the landlord keeps (taka; 0 for nothing)',
  'disputes.keepsGo': 'Decide',
}
