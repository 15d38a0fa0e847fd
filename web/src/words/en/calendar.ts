import type { calendar as bn } from '../bn/calendar'

export const calendar: Record<keyof typeof bn, string> = {
  'calendar.title': 'See it in your phone’s calendar',
  'calendar.lead':
    'Give this address to the calendar of a phone or computer: all is seen there, too, and follows by itself.',
  'calendar.since': 'There is an address since {day}. It is not shown again.',
  'calendar.once': 'The address is shown this once. Whoever has it can see everything.',
  'calendar.open': 'Get an address',
  'calendar.anew': 'Get a new address (the old one ends)',
  'calendar.revoke': 'End the address',
  'calendar.copy': 'Copy',
  'calendar.copied': 'Copied.',
}
