export const hall = {
  'hall.title': 'hall',
}
