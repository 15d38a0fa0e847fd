/** The haat hall: what runs, comes and ended, and what can be bought without an auction. */
import './hall.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { LotFilter } from '../gql'
import { HallPageDocument } from '../gql/hall'
import { type Card, cardsAfter, newcomer } from '../hall/cards'
import { readStars } from '../hall/stars'
import { useHaats } from '../hall/useHaats'
import { query } from '../net/client'
import { asFault } from '../net/faults'
import { useQuery } from '../net/load'
import { me } from '../net/session'
import { Empty } from '../parts/Empty'
import { LotCard } from '../parts/LotCard'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { toast } from '../parts/Toast'
import { navigate, type PageProps } from '../router'
import { pick, t } from '../words/i18n'

const TABS = ['RUNNING', 'COMING', 'ENDED', 'BUY'] as const
type Tab = (typeof TABS)[number]
// Most come for the auctions; what is sold without one comes with its tab.
const Listings = onDemand<{ filter: LotFilter | null }>(
  () => import('./hall/Listings').then(each => each.Listings),
  3,
)
const Choices = onDemand(() => import('./hall/Choices').then(each => each.Choices), 2)

export default function Hall({ search }: PageProps) {
  const tab = TABS.find(each => each === search.get('tab')) ?? 'RUNNING'
  const filter = filterOf(search)
  const viewer = me.value?.id
  useEffect(() => {
    document.title = `${t('hall.title')} — ${t('shell.brand')}`
  }, [])
  useEffect(() => void readStars(), [viewer])
  return (
    <div class="hall">
      <h1>{t('hall.title')}</h1>
      <nav class="tabs" aria-label={t('hall.tabs')}>
        {TABS.map(each => (
          <a
            key={each}
            href={addressOf(search, { tab: each === 'RUNNING' ? '' : each })}
            aria-current={each === tab ? 'page' : undefined}
          >
            {t(`hall.${each}`)}
          </a>
        ))}
      </nav>
      <Filters search={search} />
      {tab === 'BUY' && (
        <p>
          <a href="/haat/shares">{t('hall.shares')}</a>
        </p>
      )}
      {tab === 'BUY' ? <Listings filter={filter} /> : <Lots key={tab} tab={tab} filter={filter} />}
    </div>
  )
}

function Lots({ tab, filter }: { tab: Exclude<Tab, 'BUY'>; filter: LotFilter | null }) {
  const plain = tab === 'RUNNING' && filter === null
  const variables = plain ? {} : { are: tab, filter }
  const first = useQuery(HallPageDocument, variables, plain ? { boot: 'HallPage' } : {})
  const cards = useSignal<Card[]>([])
  const next = useSignal<string | null>(null)
  const news = useSignal<Card[]>([])
  const page = first.data.value?.lots

  useEffect(() => {
    if (!page) return
    cards.value = page.edges.map(edge => edge.node)
    next.value = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    news.value = []
  }, [page])

  useHaats(tab === 'ENDED' ? [] : cards.value, item => {
    cards.value = cardsAfter(cards.peek(), item)
    const came = newcomer(
      [...cards.peek(), ...news.peek()],
      item,
      tab === 'RUNNING' ? 'OPEN' : 'SCHEDULED',
    )
    // With a filter only the server knows whether it belongs here.
    if (came && filter === null && tab !== 'ENDED') news.value = [...news.peek(), came]
  })

  async function more() {
    try {
      const { lots } = await query(HallPageDocument, { are: tab, filter, after: next.value })
      // The hall may have begun anew meanwhile.
      if (first.data.peek()?.lots !== page) return
      const known = new Set(cards.peek().map(card => card.id))
      const added = lots.edges.map(edge => edge.node).filter(card => !known.has(card.id))
      cards.value = [...cards.peek(), ...added]
      next.value = lots.pageInfo.hasNextPage ? lots.pageInfo.endCursor : null
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    }
  }

  const shown = cards.value.length > 0 ? cards.value : (page?.edges.map(edge => edge.node) ?? [])
  return (
    <>
      {first.fault.value && <Problem fault={first.fault.value} retry={() => void first.reload()} />}
      {news.value.length > 0 && (
        <button
          type="button"
          onClick={() => {
            cards.value = [...news.value, ...cards.value]
            news.value = []
          }}
        >
          {t('hall.newOnes', { n: news.value.length })}
        </button>
      )}
      {!page && !first.fault.value && <Skeleton rows={3} tall />}
      {page && shown.length === 0 && (
        <Empty text={t(`hall.none_${tab}`)}>
          {tab === 'RUNNING' && (
            <a class="button" href="/haat?tab=COMING">
              {t('hall.seeComing')}
            </a>
          )}
        </Empty>
      )}
      <ul class={first.fault.value ? 'cards stale' : 'cards'}>
        {shown.map(card => (
          <li key={card.id}>
            <LotCard lot={card} />
          </li>
        ))}
      </ul>
      {next.value && (
        <button type="button" class="plain" onClick={() => void more()}>
          {t('shell.more')}
        </button>
      )}
    </>
  )
}

function Filters({ search }: { search: URLSearchParams }) {
  const open = useSignal(['kind', 'upazila', 'most', 'kg'].some(key => search.has(key)))
  return (
    <details
      class="filters"
      open={open.value}
      onToggle={event => {
        open.value = event.currentTarget.open
      }}
    >
      <summary>{t('hall.filters')}</summary>
      {/* What can be chosen is asked for only by who chooses. */}
      {open.value && (
        <Choices
          search={search}
          set={(name, value) => navigate(addressOf(search, { [name]: value }), { replace: true })}
        />
      )}
    </details>
  )
}

/** Return what the address asks for; null when it asks for everything. */
export function filterOf(search: URLSearchParams): LotFilter | null {
  const [kind, upazila] = [search.get('kind'), search.get('upazila')]
  const [most, kg] = [Number(search.get('most')), Number(search.get('kg'))]
  const filter: LotFilter = {
    ...(kind ? { species: kind } : {}),
    ...(upazila && /^\d+$/.test(upazila) ? { within: `Place:${upazila}` } : {}),
    ...(most > 0 ? { maxPrice: most } : {}),
    ...(kg > 0 ? { minGrams: kg * 1000 } : {}),
  }
  return Object.keys(filter).length > 0 ? filter : null
}

function addressOf(search: URLSearchParams, changes: Record<string, string>): string {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  const query = next.toString()
  return query ? `/haat?${query}` : '/haat'
}
