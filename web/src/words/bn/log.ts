export const log = {
  'log.title': 'log',
}
