import type { signin as bn } from '../bn/signin'

export const signin: Record<keyof typeof bn, string> = {
  'signin.title': 'signin',
}
