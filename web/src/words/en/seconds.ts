import type { seconds as words } from '../bn/seconds'

export const seconds: Record<keyof typeof words, string> = {
  'seconds.askedBy': '{who} has asked for this:',
  'seconds.askedMine': 'Another officer has to agree.',
  'seconds.askedOther': 'If you agree, decide the same.',
}
