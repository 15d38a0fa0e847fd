export const mine = {
  'mine.title': 'mine',
}
