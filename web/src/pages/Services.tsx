/** The services: nineteen kinds, then who offers one of them, where, and who is free now. */
import './facts.css'
import './seba.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { KindFragment } from '../gql'
import { ServicePlacesDocument, ServicesPageDocument } from '../gql/services'
import { useQuery } from '../net/load'
import { Field, Select } from '../parts/Field'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { navigate, type PageProps } from '../router'
import { learn } from '../words/bn'
import { seba as words } from '../words/bn/seba'
import { t } from '../words/i18n'
import { Found } from './seba/Found'
import { addressOf, SIGNS } from './seba/signs'
import { nameOf } from './seba/words'

learn(words)

export default function Services({ search }: PageProps) {
  const first = useQuery(ServicesPageDocument, {}, { boot: 'ServicesPage' })
  const kinds = first.data.value?.serviceCategories
  const kind = kinds?.find(each => each.slug === search.get('kind'))
  const title = kind ? nameOf(kind) : t('seba.title')
  useEffect(() => {
    document.title = `${title} — ${t('shell.brand')}`
  }, [title])
  return (
    <div class="stack">
      <h1>{title}</h1>
      {first.fault.value && <Problem fault={first.fault.value} retry={() => void first.reload()} />}
      {!kind && <p class="soft">{t('seba.lead')}</p>}
      {!kind && <SearchForm />}
      {kinds && !kind && <Kinds kinds={kinds} />}
      {!kinds && !first.fault.value && <Skeleton rows={4} tall />}
      {kinds && kind && <Offers kinds={kinds} kind={kind} search={search} />}
    </div>
  )
}

function SearchForm() {
  const text = useSignal('')
  return (
    <form
      class="seba-search"
      onSubmit={event => {
        event.preventDefault()
        navigate(`/search?q=${encodeURIComponent(text.value.trim())}`)
      }}
    >
      <Field
        label={t('seba.search')}
        type="search"
        placeholder={t('seba.searchHint')}
        value={text.value}
        onValue={value => {
          text.value = value
        }}
      />
      <button type="submit">{t('seba.searchGo')}</button>
    </form>
  )
}

function Kinds({ kinds }: { kinds: KindFragment[] }) {
  return (
    <ul class="kinds" aria-label={t('seba.kinds')}>
      {kinds
        .filter(kind => kind.parentId === null)
        .map(kind => (
          <li key={kind.id}>
            <a class="tile" href={addressOf(kind.slug)}>
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d={SIGNS[kind.slug] ?? 'M4 4h16v16H4z'} />
              </svg>
              {nameOf(kind)}
            </a>
          </li>
        ))}
    </ul>
  )
}

type OffersProps = { kinds: KindFragment[]; kind: KindFragment; search: URLSearchParams }

function Offers({ kinds, kind, search }: OffersProps) {
  const places = useQuery(ServicePlacesDocument, {})
  const district = places.data.value?.place
  const upazila = search.get('upazila') ?? ''
  const chosen = district?.children.find(each => each.id === `Place:${upazila}`)
  const freeNow = search.has('free')
  const finer = kinds.filter(each => each.parentId === kind.id)
  const go = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search)
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    navigate(`/seba?${next}`, { replace: true })
  }
  return (
    <>
      <p>
        <a href="/seba">{t('seba.all')}</a>
      </p>
      {finer.length > 0 && (
        <ul class="row">
          {finer.map(each => (
            <li key={each.id}>
              <a class="button plain" href={addressOf(each.slug)}>
                {nameOf(each)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <div class="seba-filters">
        <Select
          label={t('seba.where')}
          value={upazila}
          onValue={value => go({ upazila: value })}
          options={[
            { value: '', label: t('seba.everywhere') },
            ...(district?.children ?? []).map(each => ({
              value: each.id.replace('Place:', ''),
              label: nameOf(each),
            })),
          ]}
        />
        <label class="tick">
          <input
            type="checkbox"
            checked={freeNow}
            onChange={event => go({ free: event.currentTarget.checked ? '1' : '' })}
          />
          {t('seba.freeNow')}
        </label>
      </div>
      {places.fault.value && <Problem fault={places.fault.value} />}
      {district && <Found kind={kind} within={chosen?.id ?? district.id} freeNow={freeNow} />}
    </>
  )
}
