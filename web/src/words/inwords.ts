/** Amounts in words, as they are read out over a haat's loudspeaker. */
import { lang } from './i18n'

// Every number below a hundred has a name of its own.
const BELOW_HUNDRED =
  'শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো বারো তেরো চৌদ্দ পনেরো ষোলো সতেরো আঠারো উনিশ বিশ একুশ বাইশ তেইশ চব্বিশ পঁচিশ ছাব্বিশ সাতাশ আটাশ ঊনত্রিশ ত্রিশ একত্রিশ বত্রিশ তেত্রিশ চৌত্রিশ পঁয়ত্রিশ ছত্রিশ সাঁইত্রিশ আটত্রিশ ঊনচল্লিশ চল্লিশ একচল্লিশ বিয়াল্লিশ তেতাল্লিশ চুয়াল্লিশ পঁয়তাল্লিশ ছেচল্লিশ সাতচল্লিশ আটচল্লিশ ঊনপঞ্চাশ পঞ্চাশ একান্ন বায়ান্ন তিপ্পান্ন চুয়ান্ন পঞ্চান্ন ছাপ্পান্ন সাতান্ন আটান্ন ঊনষাট ষাট একষট্টি বাষট্টি তেষট্টি চৌষট্টি পঁয়ষট্টি ছেষট্টি সাতষট্টি আটষট্টি ঊনসত্তর সত্তর একাত্তর বাহাত্তর তিয়াত্তর চুয়াত্তর পঁচাত্তর ছিয়াত্তর সাতাত্তর আটাত্তর ঊনআশি আশি একাশি বিরাশি তিরাশি চুরাশি পঁচাশি ছিয়াশি সাতাশি আটাশি ঊননব্বই নব্বই একানব্বই বিরানব্বই তিরানব্বই চুরানব্বই পঁচানব্বই ছিয়ানব্বই সাতানব্বই আটানব্বই নিরানব্বই'.split(
    ' ',
  )
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const CRORE = 10_000_000
const LAKH = 100_000

/** Return an amount of paisa in words: এক লাখ পঁচিশ হাজার টাকা. */
export function inWords(paisa: number): string {
  const taka = Math.floor(paisa / 100)
  const rest = paisa % 100
  const of = lang.value === 'bn' ? bengali : english
  const [unit, small] = lang.value === 'bn' ? ['টাকা', 'পয়সা'] : ['taka', 'paisa']
  const whole = `${of(taka)} ${unit}`
  return rest ? `${whole} ${of(rest)} ${small}` : whole
}

function bengali(value: number): string {
  return spelled(value, { crore: 'কোটি', lakh: 'লাখ', thousand: 'হাজার' }, below => {
    const hundreds = Math.floor(below / 100)
    const head = hundreds ? [`${BELOW_HUNDRED[hundreds]}শো`] : []
    const tail = below % 100 || !hundreds ? [BELOW_HUNDRED[below % 100] ?? ''] : []
    return [...head, ...tail].join(' ')
  })
}

function english(value: number): string {
  return spelled(value, { crore: 'crore', lakh: 'lakh', thousand: 'thousand' }, below => {
    const hundreds = Math.floor(below / 100)
    const head = hundreds ? [`${ONES[hundreds]} hundred`] : []
    const tail = below % 100 || !hundreds ? [small(below % 100)] : []
    return [...head, ...tail].join(' ')
  })
}

type Units = { crore: string; lakh: string; thousand: string }

function spelled(value: number, units: Units, below: (value: number) => string): string {
  if (value >= CRORE) {
    const head = `${spelled(Math.floor(value / CRORE), units, below)} ${units.crore}`
    return joined(head, value % CRORE, units, below)
  }
  if (value >= LAKH) {
    return joined(`${below(Math.floor(value / LAKH))} ${units.lakh}`, value % LAKH, units, below)
  }
  if (value >= 1000) {
    const head = `${below(Math.floor(value / 1000))} ${units.thousand}`
    return joined(head, value % 1000, units, below)
  }
  return below(value)
}

function joined(head: string, rest: number, units: Units, below: (value: number) => string) {
  return rest ? `${head} ${spelled(rest, units, below)}` : head
}

function small(value: number): string {
  if (value < 20) return ONES[value] ?? ''
  const one = value % 10
  return `${TENS[Math.floor(value / 10)]}${one ? `-${ONES[one]}` : ''}`
}
