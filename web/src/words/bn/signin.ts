export const signin = {
  'signin.title': 'signin',
}
