/** What all of it comes to, for everybody: services, sales, complaints, and ways nobody had to go. */
import './hishab/hishab.css'
import { useEffect } from 'preact/hooks'
import type { FiguresPlacesQuery } from '../gql'
import { FiguresDocument, FiguresPlacesDocument } from '../gql/hishab'
import { serverNow } from '../net/clock'
import { useQuery } from '../net/load'
import { Opened } from '../parts/Opened'
import { onDemand } from '../parts/onDemand'
import { type District, PlaceAndSpan, placeOf, spanOf } from '../parts/PlaceAndSpan'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { navigate, type PageProps } from '../router'
import { learn } from '../words/bn'
import { hishab as words } from '../words/bn/hishab'
import { nalish } from '../words/bn/nalish'
import { t } from '../words/i18n'
import { longDate } from '../words/time'
import { Answers, Sales, Saved, Services } from './hishab/Parts'
import { Records } from './hishab/Records'
import type { Asked } from './hishab/Responses'
import { Tolls } from './hishab/Tolls'

const Responses = onDemand<Asked>(() => import('./hishab/Responses').then(each => each.Responses))
const Roots = onDemand(() => import('./hishab/Roots').then(each => each.Roots))

learn(words)
learn(nalish)

const DAY_MS = 24 * 3_600_000
const SPANS = { month: 31, quarter: 92, year: 365 } as const
type Span = keyof typeof SPANS

export default function FiguresPage({ search }: PageProps) {
  const { data, fault, reload } = useQuery(FiguresPlacesDocument, {})
  useEffect(() => {
    document.title = `${t('hishab.title')} — ${t('shell.brand')}`
  }, [])
  const district = data.value?.place
  return (
    <div class="stack">
      <h1>{t('hishab.title')}</h1>
      <p class="soft">{t('hishab.lead')}</p>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      {!data.value && !fault.value && <Skeleton rows={4} tall />}
      {district && (
        <Chosen district={district} species={data.value?.species ?? []} search={search} />
      )}
    </div>
  )
}

type ChosenProps = {
  district: District
  species: FiguresPlacesQuery['species']
  search: URLSearchParams
}

function Chosen({ district, species, search }: ChosenProps) {
  const place = placeOf(district, search)
  const span = spanOf(SPANS, 'year', search)
  const { data, fault, reload } = useQuery(FiguresDocument, {
    within: place.id,
    since: beginOf(span),
  })
  const found = data.value?.publicFigures

  function choose(key: string, value: string) {
    const next = new URLSearchParams(search)
    next.set(key, value)
    navigate(`/hishab?${next}`, { replace: true })
  }

  return (
    <>
      <PlaceAndSpan
        district={district}
        spans={{
          month: t('hishab.span_month'),
          quarter: t('hishab.span_quarter'),
          year: t('hishab.span_year'),
        }}
        span={span}
        search={search}
        choose={choose}
      />
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      {!found && !fault.value && <Skeleton rows={4} tall />}
      {found && (
        <>
          <p class="soft">
            {t('hishab.from', { from: longDate(found.since), to: longDate(found.until) })}
          </p>
          <Services services={found.services} csv={`/open/${place.slug}/services.csv`} />
          <Sales haat={found.haat} species={species} />
          <Answers complaints={found.complaints} />
          <Saved saved={found.saved} />
        </>
      )}
      <Responses
        within={place.id}
        since={beginOf(span)}
        csv={`/open/${place.slug}/response-times.csv`}
      />
      <Tolls />
      <Records key={place.id} within={place.id} />
      <div class="card">
        <Opened title={t('hishab.roots')} show={() => <Roots />} />
      </div>
    </>
  )
}

/** Return when a span began, by the day: the same all day long, so that nothing is asked twice. */
function beginOf(span: Span): string {
  const today = Math.floor(serverNow() / DAY_MS) * DAY_MS
  return new Date(today - SPANS[span] * DAY_MS).toISOString()
}
