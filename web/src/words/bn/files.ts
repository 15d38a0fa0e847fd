export const files = {
  'files.photoAdd': 'ছবি দিন',
  'files.filmAdd': 'ছবি বা ভিডিও দিন',
  'files.paperAdd': 'কাগজ দিন (ছবি বা PDF)',
  'files.alt': 'ছবিতে কী আছে',
  'files.first': 'সামনে আনুন',
  'files.off': 'সরান',
  'files.sending': 'পাঠানো হচ্ছে',
  'files.sent': 'পাঠানো হয়েছে {part}',
  'files.checking': 'যাচাই হচ্ছে …',
  'files.paper': 'কাগজ {n}',
  'files.open': 'খুলুন',
}
