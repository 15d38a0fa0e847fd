import type { files as bn } from '../bn/files'

export const files: Record<keyof typeof bn, string> = {
  'files.photoAdd': 'Add photos',
  'files.filmAdd': 'Add photos or videos',
  'files.paperAdd': 'Add a paper (photo or PDF)',
  'files.alt': 'What the photo shows',
  'files.first': 'Put first',
  'files.off': 'Take off',
  'files.with': '{n} photos go with it.',
  'files.without': 'Leave the photos out',
  'files.sending': 'Sending',
  'files.sent': '{part} sent',
  'files.checking': 'Being checked …',
  'files.paper': 'Paper {n}',
  'files.open': 'Open',
  'files.missing': 'Not shown yet: {kinds}',
  'files.kind_IDENTITY': 'identity card',
  'files.kind_LICENCE': 'licence',
  'files.kind_REGISTRATION': 'registration of the profession',
  'files.kind_FITNESS': 'fitness of the vehicle',
}
