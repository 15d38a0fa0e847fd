/** What is to let in the district: rooms by the month, vehicles by the day. */
import './facts.css'
import './hall.css'
import './seba.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { RentalFilter, RentalKind } from '../gql'
import { RentalsPageDocument } from '../gql/bhara'
import { ServicePlacesDocument } from '../gql/services'
import { useQuery } from '../net/load'
import { usePages } from '../net/pages'
import { Empty } from '../parts/Empty'
import { Field, Select } from '../parts/Field'
import { More } from '../parts/More'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { navigate, type PageProps } from '../router'
import { learn } from '../words/bn'
import { bhara as words } from '../words/bn/bhara'
import { t, titleOf } from '../words/i18n'
import { parseTaka } from '../words/numbers'
import { factsText, KINDS, rentText } from './bhara/words'
import { nameOf } from './seba/words'

learn(words)

export default function Rentals({ search }: PageProps) {
  const kind = KINDS.find(each => each === search.get('kind')) ?? null
  const title = kind ? `${t('bhara.title')}: ${t(`bhara.${kind}`)}` : t('bhara.title')
  useEffect(() => {
    document.title = `${title} — ${t('shell.brand')}`
  }, [title])
  return (
    <div class="stack">
      <h1>{title}</h1>
      <p class="soft">{t('bhara.lead')}</p>
      <p>
        <a class="button plain" href="/bhara/mine">
          {t('bhara.mine')}
        </a>
      </p>
      <Filters search={search} kind={kind} />
      <Found key={search.toString()} filter={filterOf(search, kind)} />
    </div>
  )
}

/** Return what the address asks for. */
function filterOf(search: URLSearchParams, kind: RentalKind | null): RentalFilter {
  const within = search.get('upazila')
  const most = parseTaka(search.get('most') ?? '')
  return {
    ...(kind && { kind }),
    ...(within && /^\d{1,18}$/.test(within) && { within: `Place:${within}` }),
    ...(most && { maxRent: most }),
  }
}

type FiltersProps = { search: URLSearchParams; kind: RentalKind | null }

function Filters({ search, kind }: FiltersProps) {
  const places = useQuery(ServicePlacesDocument, {})
  const most = useSignal(search.get('most') ?? '')
  const go = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search)
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    navigate(`/bhara?${next}`, { replace: true })
  }
  return (
    <form
      class="seba-filters"
      onSubmit={event => {
        event.preventDefault()
        go({ most: most.value.trim() })
      }}
    >
      <Select
        label={t('bhara.kind')}
        value={kind ?? ''}
        onValue={value => go({ kind: value })}
        options={[
          { value: '', label: t('bhara.all') },
          ...KINDS.map(value => ({ value, label: t(`bhara.${value}`) })),
        ]}
      />
      <Select
        label={t('bhara.where')}
        value={search.get('upazila') ?? ''}
        onValue={value => go({ upazila: value })}
        options={[
          { value: '', label: t('bhara.everywhere') },
          ...(places.data.value?.place?.children ?? []).map(each => ({
            value: each.id.replace('Place:', ''),
            label: nameOf(each),
          })),
        ]}
      />
      <Field
        label={t('bhara.most')}
        inputMode="decimal"
        autoComplete="off"
        value={most.value}
        onValue={value => {
          most.value = value
        }}
      />
      <button type="submit">{t('bhara.find')}</button>
    </form>
  )
}

function Found({ filter }: { filter: RentalFilter }) {
  const page = usePages(RentalsPageDocument, { filter }, data => data.rentals)
  return (
    <>
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {!page.edges && !page.fault && <Skeleton rows={3} tall />}
      {page.edges?.length === 0 && <Empty text={t('bhara.none')} />}
      <ul class="cards">
        {page.edges?.map(({ node: unit }) => (
          <li key={unit.id}>
            <article class="card stack">
              <h2>
                <a href={`/bhara/${unit.id.replace('RentalUnit:', '')}`}>{titleOf(unit)}</a>
              </h2>
              <p>
                <strong class="money">{rentText(unit)}</strong>
              </p>
              <p class="soft">{factsText(unit)}</p>
            </article>
          </li>
        ))}
      </ul>
      <More more={page.more} />
    </>
  )
}
