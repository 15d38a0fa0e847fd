import type { care as bn } from '../bn/care'

export const care: Record<keyof typeof bn, string> = {
  'care.defects': 'List of defects',
  'care.answer': 'Tell the defects',
  'care.answered': 'Written down.',
  'care.checkAgain': 'After another answer the vet has to look again.',
  'care.away': 'Take the animal off',
  'care.awayNote': 'The animal leaves this place for good; if it is for sale, that ends.',
  'care.died': 'It died',
  'care.diedNote': 'A sale ends and its tags are free. This cannot be undone.',
  'care.why': 'Why, in a sentence',
  'care.yes': 'Yes, tell it',
}
