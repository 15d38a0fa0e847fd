export const strips = {
  'strips.ambulances': 'কিশোরগঞ্জ শহরের কাছে এখন {n}টি অ্যাম্বুলেন্স খালি',
  'strips.shop': 'নতুন দোকান: {name}, {where}',
}
