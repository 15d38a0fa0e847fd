/** Where one is, what kind of goods one wants, and whether the shop shall be open now. */
import { BazarChoicesDocument, PartsOfDocument } from '../../gql/bazar'
import { useQuery } from '../../net/load'
import { Select } from '../../parts/Field'
import { Problem } from '../../parts/Problem'
import { navigate } from '../../router'
import { nameIn, t } from '../../words/i18n'
import { reachesOf } from './sought'

type Named = { id: string; nameBn: string; nameEn: string }

export function Choices({ search }: { search: URLSearchParams }) {
  const { data, fault, reload } = useQuery(BazarChoicesDocument, {})
  const upazila = reachesOf(search).at(-1)?.outside
  const go = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search)
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    const asked = next.toString()
    navigate(asked ? `/bazar?${asked}` : '/bazar', { replace: true })
  }
  return (
    <>
      <div class="choices">
        <Select
          label={t('bazar.upazila')}
          value={known(search.get('upazila'), data.value?.place?.children)}
          // A union lies in one upazila alone.
          onValue={value => go({ upazila: value, union: '' })}
          options={options(t('bazar.everywhere'), data.value?.place?.children)}
        />
        {upazila && (
          <Unions
            upazila={upazila}
            value={search.get('union')}
            onValue={value => go({ union: value })}
          />
        )}
        <Select
          label={t('bazar.kind')}
          value={known(search.get('kind'), data.value?.productCategories)}
          onValue={value => go({ kind: value })}
          options={options(t('bazar.allKinds'), data.value?.productCategories)}
        />
        <label class="tick">
          <input
            type="checkbox"
            checked={search.has('open')}
            onChange={event => go({ open: event.currentTarget.checked ? '1' : '' })}
          />
          {t('bazar.openNow')}
        </label>
      </div>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
    </>
  )
}

type UnionsProps = { upazila: string; value: string | null; onValue: (value: string) => void }

function Unions({ upazila, value, onValue }: UnionsProps) {
  const { data } = useQuery(PartsOfDocument, { upazilaId: upazila })
  const found = data.value?.place
  // Those of another upazila stay until its own have come.
  const unions = found?.id === upazila ? found.children : []
  return (
    <Select
      label={t('bazar.union')}
      value={known(value, unions)}
      onValue={onValue}
      options={options(t('bazar.allOfIt'), unions)}
    />
  )
}

/** Show a choice that there is; an address may name another. */
function known(value: string | null, named: Named[] = []): string {
  return value && named.some(one => numberOf(one) === value) ? value : ''
}

function options(all: string, named: Named[] = []) {
  const each = named.map(one => ({ value: numberOf(one), label: nameIn(one) }))
  return [{ value: '', label: all }, ...each]
}

function numberOf({ id }: Named): string {
  return id.replace(/^\w+:/, '')
}
