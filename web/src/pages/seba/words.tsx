/** Small things that all pages of the services say alike. */
import type { FreeFragment, OptionFragment, SpotFragment, StarsFragment } from '../../gql'
import { second } from '../../net/clock'
import { believed } from '../../seba/free'
import { type Key, pick, t } from '../../words/i18n'
import { money, number } from '../../words/numbers'
import { clockTime } from '../../words/time'

type Named = { nameBn: string; nameEn: string }

export function nameOf(named: Named): string {
  return pick({ bn: named.nameBn, en: named.nameEn })
}

/** Return a place with what it lies in: নিয়ামতপুর, করিমগঞ্জ. */
export function spotText(spot: SpotFragment): string {
  return [spot, spot.parent].flatMap(each => (each ? [nameOf(each)] : [])).join(', ')
}

export function starsText({ hundredths, count }: StarsFragment): string {
  if (count === 0) return t('seba.unrated')
  return t('seba.stars', { n: number(hundredths / 100, 1), count })
}

export function optionText(option: OptionFragment): string {
  return pick({ bn: option.labelBn, en: option.labelEn })
}

/** Return what an option costs, as far as it is known before the work. */
export function priceText({ amount, needsQuote, unit }: OptionFragment): string {
  if (amount === null) return ''
  if (needsQuote) return t('seba.looksFirst', { amount: money(amount) })
  return t('seba.perUnit', { amount: money(amount), unit: t(`seba.unit_${unit}` as Key) })
}

/** Whether somebody is free: a word, a color and a shape. */
export function FreeSign({ free }: { free: FreeFragment }) {
  const { state, nextFreeAt } = believed(free, second.value * 1000)
  return (
    <span class={`free ${state}`}>
      {t(`seba.${state}` as Key)}
      {state === 'BUSY' && nextFreeAt && `, ${t('seba.nextFree', { time: clockTime(nextFreeAt) })}`}
    </span>
  )
}
