import type { log as bn } from '../bn/log'

export const log: Record<keyof typeof bn, string> = {
  'log.title': 'log',
}
