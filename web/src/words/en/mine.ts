import type { mine as bn } from '../bn/mine'

export const mine: Record<keyof typeof bn, string> = {
  'mine.title': 'mine',
}
