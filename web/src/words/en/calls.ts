import type { calls as words } from '../bn/calls'

export const calls: Record<keyof typeof words, string> = {
  'calls.lead':
    'What nobody answered, or whose caller is to be rung first, stands on top. For a patient tell 999 too.',
  'calls.none': 'No call waits.',
  'calls.alarm': '{n} {n:alarm|alarms}',
  'calls.since': 'asked for {ago}',
  'calls.confirm': 'I spoke to them, send somebody',
  'calls.assign': 'Give it to a driver',
  'calls.who': 'Who goes',
  'calls.outside': 'Somebody who is not on our list',
  'calls.name': 'Name of the driver',
  'calls.phone': 'Mobile of the driver',
  'calls.vehicle': 'How to know the vehicle',
  'calls.assignGo': 'Give this trip',
  'calls.kind_AMBULANCE': 'Ambulance',
  'calls.kind_other': 'Trip',
  'calls.for': 'for {day}, {time}',
}
