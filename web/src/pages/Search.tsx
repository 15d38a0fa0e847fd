/** One search over all kinds: services, animals, auctions, rentals and shops, as the server understands it. */
import './hall.css'
import './seba.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { SearchKind, SearchPageQuery } from '../gql'
import { SearchPageDocument } from '../gql/search'
import { usePages } from '../net/pages'
import { Empty } from '../parts/Empty'
import { Field } from '../parts/Field'
import { More } from '../parts/More'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { navigate, type PageProps } from '../router'
import { learn } from '../words/bn'
import { search as words } from '../words/bn/search'
import { type Key, nameIn, t, titleOf } from '../words/i18n'
import { money, number } from '../words/numbers'
import { addressOf as wayTo } from './seba/signs'

learn(words)

const KINDS = ['SERVICE', 'ANIMAL', 'LOT', 'RENTAL', 'CATEGORY', 'PRODUCT', 'SHOP'] as const

type Edge = SearchPageQuery['search']['edges'][number]

export default function Search({ search }: PageProps) {
  const text = (search.get('q') ?? '').slice(0, 100)
  const kind = KINDS.find(each => each === search.get('kind')) ?? null
  useEffect(() => {
    document.title = `${t('search.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('search.title')}</h1>
      <Form text={text} />
      <Results key={`${text} ${kind}`} text={text} kind={kind} />
    </div>
  )
}

function addressOf(text: string, kind: SearchKind | null): string {
  const next = new URLSearchParams({ q: text, ...(kind ? { kind } : {}) })
  return `/search?${next}`
}

function Form({ text }: { text: string }) {
  const typed = useSignal(text)
  return (
    <form
      class="seba-search"
      onSubmit={event => {
        event.preventDefault()
        navigate(addressOf(typed.value.trim(), null))
      }}
    >
      <Field
        label={t('search.what')}
        type="search"
        placeholder={t('search.hint')}
        maxLength={100}
        value={typed.value}
        onValue={value => {
          typed.value = value
        }}
      />
      <button type="submit">{t('search.go')}</button>
    </form>
  )
}

function Results({ text, kind }: { text: string; kind: SearchKind | null }) {
  const wanted = { text, kinds: kind ? [kind] : null, freeNow: false }
  const page = usePages(SearchPageDocument, wanted, data => data.search)
  const counts = new Map(page.data?.search.counts.map(each => [each.kind, each.count]))
  return (
    <>
      <nav class="tabs" aria-label={t('search.kinds')}>
        {[null, ...KINDS].map(each => (
          <a
            key={each ?? 'ALL'}
            href={addressOf(text, each)}
            aria-current={each === kind ? 'page' : undefined}
          >
            {t(`search.${each ?? 'ALL'}` as Key)}
            {each && counts.get(each) ? ` (${number(counts.get(each) ?? 0)})` : ''}
          </a>
        ))}
      </nav>
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {!page.edges && !page.fault && <Skeleton rows={4} />}
      {page.edges?.length === 0 && <Empty text={t('search.none')} />}
      <ul class="lines" aria-label={t('search.found')}>
        {page.edges?.map(edge => (
          <li key={edge.node.id} class="card">
            <Hit edge={edge} />
          </li>
        ))}
      </ul>
      <More more={page.more} />
    </>
  )
}

function Hit({ edge }: { edge: Edge }) {
  const { title, href, price, kind } = shownOf(edge.node)
  return (
    <>
      <p>{href ? <a href={href}>{title}</a> : <strong>{title}</strong>}</p>
      <p class="soft">
        {t(`search.${kind}` as Key)}
        {edge.freeNow && ` · ${t('search.free')}`}
        {price !== null && ' · '}
        {price !== null && <span class="money">{money(price)}</span>}
      </p>
    </>
  )
}

type Shown = { title: string; href: string | null; price: number | null; kind: SearchKind }

function shownOf(node: Edge['node']): Shown {
  const number = node.id.replace(/^\w+:/, '')
  switch (node.__typename) {
    case 'Service':
      return {
        title: `${titleOf(node)}, ${node.provider.name}`,
        href: `/seba/${node.provider.id.replace('Provider:', '')}`,
        price: node.fromPrice,
        kind: 'SERVICE',
      }
    case 'Listing':
      return {
        title: titleOf(node),
        href: `/haat/sale/${number}`,
        price: node.price,
        kind: 'ANIMAL',
      }
    case 'Lot':
      return {
        title: titleOf(node),
        href: `/haat/${number}`,
        price: node.price ?? node.startPrice,
        kind: 'LOT',
      }
    case 'ServiceCategory':
      return {
        title: nameIn(node),
        href: wayTo(node.slug),
        price: null,
        kind: 'CATEGORY',
      }
    case 'Product':
      return {
        title: nameIn(node),
        href: `/shop/${node.shop.slug}/${number}`,
        price: node.fromPrice,
        kind: 'PRODUCT',
      }
    case 'Shop':
      return { title: nameIn(node), href: `/shop/${node.slug}`, price: null, kind: 'SHOP' }
    default:
      return {
        title: node.titleBn,
        href: `/bhara/${number}`,
        price: node.rentAmount,
        kind: 'RENTAL',
      }
  }
}
