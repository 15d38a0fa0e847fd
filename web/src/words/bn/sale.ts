export const sale = {
  'sale.title': 'sale',
}
