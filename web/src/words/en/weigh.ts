import type { weigh as bn } from '../bn/weigh'

export const weigh: Record<keyof typeof bn, string> = {
  'weigh.how': 'How it was weighed',
  'weigh.LOAD_CELL': 'On a scale',
  'weigh.GIRTH': 'By tape',
  'weigh.ASSESSED': 'Judged by eye',
  'weigh.kilos': 'Weight (kg)',
  'weigh.bad': 'Write the weight in kilograms.',
  'weigh.go': 'Write the weight down',
  'weigh.done': 'The weight is written down.',
  'weigh.checkAgain': 'After a new weight the vet has to look again.',
}
