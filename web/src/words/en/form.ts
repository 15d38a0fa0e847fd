import type { form as bn } from '../bn/form'

export const form: Record<keyof typeof bn, string> = {
  'form.save': 'Save',
  'form.saved': 'Saved.',
  'form.fill': 'Please fill in everything properly.',
}
