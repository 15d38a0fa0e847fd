export const officer = {
  'officer.title': 'officer',
}
