import type { officer as bn } from '../bn/officer'

export const officer: Record<keyof typeof bn, string> = {
  'officer.title': 'officer',
}
