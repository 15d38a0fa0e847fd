import type { about as bn } from '../bn/about'

export const about: Record<keyof typeof bn, string> = {
  'about.title': 'about',
}
