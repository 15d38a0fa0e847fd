export const photos = {
  'photos.add': 'Add photos or videos',
  'photos.addPhoto': 'Add photos',
  'photos.off': 'Take off',
  'photos.sending': 'Sending',
  'photos.sent': '{part} sent',
  'photos.checking': 'Being checked …',
}
