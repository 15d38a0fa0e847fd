export const deskfigures = {
  'deskfigures.desk': 'আপনার টেবিলে এখন',
  'deskfigures.waiting': 'নালিশ অপেক্ষায়',
  'deskfigures.late': '{n}টির সময় পেরিয়েছে',
  'deskfigures.mine': 'নালিশ আপনার হাতে',
  'deskfigures.escalated': 'নিচ থেকে আসা, কেউ নেননি',
  'deskfigures.sellers': 'বিক্রেতা যাচাই বাকি',
  'deskfigures.providersWait': 'সেবাদাতা যাচাই বাকি',
  'deskfigures.see': 'সবার জন্য হিসাবের পাতা',
}
