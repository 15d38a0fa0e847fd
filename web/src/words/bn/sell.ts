export const sell = {
  'sell.title': 'sell',
}
