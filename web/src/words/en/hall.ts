import type { hall as bn } from '../bn/hall'

export const hall: Record<keyof typeof bn, string> = {
  'hall.title': 'hall',
}
