import type { deskfigures as words } from '../bn/deskfigures'

export const deskfigures: Record<keyof typeof words, string> = {
  'deskfigures.desk': 'On your desk now',
  'deskfigures.waiting': 'complaints wait',
  'deskfigures.late': '{n} over their time',
  'deskfigures.mine': 'complaints in your hands',
  'deskfigures.escalated': 'came from below, taken by nobody',
  'deskfigures.sellers': 'sellers to be verified',
  'deskfigures.providersWait': 'providers to be verified',
  'deskfigures.see': 'The page of figures for everybody',
}
