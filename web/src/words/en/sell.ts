import type { sell as bn } from '../bn/sell'

export const sell: Record<keyof typeof bn, string> = {
  'sell.title': 'sell',
}
