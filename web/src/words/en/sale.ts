import type { sale as bn } from '../bn/sale'

export const sale: Record<keyof typeof bn, string> = {
  'sale.title': 'sale',
}
