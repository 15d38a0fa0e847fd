import type { slides as bn } from '../bn/slides'

export const slides: Record<keyof typeof bn, string> = {
  'slides.play': 'Play the video ({lasts})',
  'slides.before': 'Previous photo',
  'slides.next': 'Next photo',
  'slides.seen': '{n}/{of}',
}
