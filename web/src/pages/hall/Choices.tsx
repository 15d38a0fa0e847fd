/** By what the hall can be narrowed down; what there is to choose is asked for by who chooses. */
import { HallChoicesDocument } from '../../gql/hall'
import { useQuery } from '../../net/load'
import { Select } from '../../parts/Field'
import { type Key, pick, t } from '../../words/i18n'
import { money } from '../../words/numbers'

const PRICES = [5_000_000, 10_000_000, 20_000_000, 40_000_000]
const WEIGHTS = [100, 200, 300, 400]

type Props = { search: URLSearchParams; set: (name: string, value: string) => void }

export function Choices({ search, set }: Props) {
  const { data } = useQuery(HallChoicesDocument, {})
  const any = { value: '', label: t('hall.any') }
  const named = (each: { nameBn: string; nameEn: string }) =>
    pick({ bn: each.nameBn, en: each.nameEn })
  return (
    <div class="filter-row">
      <Select
        label={t('hall.kind')}
        value={search.get('kind') ?? ''}
        onValue={value => set('kind', value)}
        options={[
          any,
          ...(data.value?.species ?? []).map(kind => ({ value: kind.slug, label: named(kind) })),
        ]}
      />
      <Select
        label={t('hall.upazila')}
        value={search.get('upazila') ?? ''}
        onValue={value => set('upazila', value)}
        options={[
          any,
          ...(data.value?.place?.children ?? []).map(place => ({
            value: place.id.replace('Place:', ''),
            label: named(place),
          })),
        ]}
      />
      <Select
        label={t('hall.most')}
        value={search.get('most') ?? ''}
        onValue={value => set('most', value)}
        options={[
          any,
          ...PRICES.map(price => ({
            value: String(price),
            label: t('hall.upTo', { amount: money(price) }),
          })),
        ]}
      />
      <Select
        label={t('hall.heavy')}
        value={search.get('kg') ?? ''}
        onValue={value => set('kg', value)}
        options={[
          any,
          ...WEIGHTS.map(kg => ({
            value: String(kg),
            label: t('hall.over_kg' as Key, { n: kg }),
          })),
        ]}
      />
    </div>
  )
}
