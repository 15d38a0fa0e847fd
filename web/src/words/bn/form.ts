export const form = {
  'form.save': 'রাখুন',
  'form.saved': 'রাখা হয়েছে।',
  'form.fill': 'সব ঘর ঠিকমতো পূরণ করুন।',
}
