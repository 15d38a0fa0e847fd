export const disputes = {
  'disputes.forCitizen': 'নাগরিকের পক্ষে',
  'disputes.forProvider': 'সেবাদাতার পক্ষে',
  'disputes.bookingNumber': 'বুকিং নম্বর',
  'disputes.bookingHint': 'পাকা হওয়া বুকিং দেখতে বা বাতিল করতে।',
  'disputes.bookingBad': 'নম্বরটি লিখুন।',
  'disputes.bookingOpen': 'বুকিং খুলুন',
  'disputes.bookingDisputes': 'সেবা নিয়ে আপত্তি',
  'disputes.claimDisputes': 'ভাড়ার অগ্রিম নিয়ে আপত্তি',
  'disputes.claimed': 'মালিক রাখতে চান {amount}',
  'disputes.keeps': 'মালিক কত রাখবেন (টাকা; কিছু না হলে ০)',
  'disputes.keepsGo': 'ঠিক করুন',
}
