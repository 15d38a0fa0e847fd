export const about = {
  'about.title': 'about',
}
