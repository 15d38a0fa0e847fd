export const weigh = {
  'weigh.how': 'ওজন কীভাবে মাপা',
  'weigh.LOAD_CELL': 'স্কেলে',
  'weigh.GIRTH': 'ফিতায়',
  'weigh.ASSESSED': 'চোখের আন্দাজে',
  'weigh.kilos': 'ওজন (কেজি)',
  'weigh.bad': 'ওজন কেজিতে লিখুন।',
  'weigh.go': 'ওজন লিখুন',
  'weigh.done': 'ওজন লেখা হয়েছে।',
  'weigh.checkAgain': 'নতুন ওজন লিখলে পশু চিকিৎসককে আবার দেখতে হবে।',
}
