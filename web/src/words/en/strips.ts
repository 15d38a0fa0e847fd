import type { strips as bn } from '../bn/strips'

export const strips: Record<keyof typeof bn, string> = {
  'strips.ambulances': 'Ambulances free now near Kishoreganj town: {n}',
  'strips.shop': 'New shop: {name}, {where}',
}
