import type { home as bn } from '../bn/home'

export const home: Record<keyof typeof bn, string> = {
  'home.title': 'home',
}
