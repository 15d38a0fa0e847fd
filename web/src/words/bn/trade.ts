export const trade = {
  'trade.leftN': '{n}টি আছে',
  'trade.phone': 'মোবাইল নম্বর',
  'trade.COURIER': 'বাড়ি পৌঁছে দিক',
  'trade.PICKUP': 'দোকান থেকে নেব',
  'trade.CASH': 'হাতে পেয়ে নগদ',
  'trade.ONLINE': 'অনলাইনে আগে',
  'trade.fill': 'ঘরগুলো পূরণ করুন।',
}
