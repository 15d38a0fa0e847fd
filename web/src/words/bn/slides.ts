export const slides = {
  'slides.play': 'ভিডিও দেখুন ({lasts})',
  'slides.before': 'আগের ছবি',
  'slides.next': 'পরের ছবি',
  'slides.seen': '{n}/{of}',
}
