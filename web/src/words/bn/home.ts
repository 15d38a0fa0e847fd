export const home = {
  'home.title': 'home',
}
