/** Of which place of the district, and of how long a time, figures are shown; both in the address. */
import './chosen.css'
import type { FiguresPlacesQuery } from '../gql'
import { pick, t } from '../words/i18n'
import { Select } from './Field'

export type District = NonNullable<FiguresPlacesQuery['place']>
type Choice<S extends string> = {
  district: District
  /** The spans there are, each by its word. */
  spans: Record<S, string>
  span: S
  search: URLSearchParams
  choose: (key: 'place' | 'span', value: string) => void
}

/** Return the place that an address names; the district if it names none of its places. */
export function placeOf(district: District, search: URLSearchParams) {
  const named = search.get('place')
  return district.children.find(({ slug }) => slug === named) ?? district
}

/** Return the span that an address names, or the usual one. */
export function spanOf<D extends Record<string, number>>(
  days: D,
  usual: keyof D & string,
  search: URLSearchParams,
): keyof D & string {
  return Object.keys(days).find(each => each === search.get('span')) ?? usual
}

export function PlaceAndSpan<S extends string>(choice: Choice<S>) {
  const { district, spans, span, search, choose } = choice
  return (
    <div class="chosen unprinted">
      <Select
        label={t('hishab.where')}
        value={placeOf(district, search).slug}
        onValue={value => choose('place', value)}
        options={[district, ...district.children].map(each => ({
          value: each.slug,
          label: pick({ bn: each.nameBn, en: each.nameEn }),
        }))}
      />
      <Select
        label={t('hishab.span')}
        value={span}
        onValue={value => choose('span', value)}
        options={(Object.keys(spans) as S[]).map(value => ({ value, label: spans[value] }))}
      />
    </div>
  )
}
