export const photos = {
  'photos.add': 'ছবি বা ভিডিও দিন',
  'photos.addPhoto': 'ছবি দিন',
  'photos.off': 'সরান',
  'photos.sending': 'পাঠানো হচ্ছে',
  'photos.sent': 'পাঠানো হয়েছে {part}',
  'photos.checking': 'যাচাই হচ্ছে …',
}
