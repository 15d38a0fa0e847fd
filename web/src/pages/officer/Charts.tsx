/** An officer's areas in charts: bids, requests, complaints and toll of a place and a time. */
import './charts.css'
import type { DeskChartsQuery } from '../../gql'
import { DeskChartsDocument } from '../../gql/charts'
import { FiguresPlacesDocument } from '../../gql/hishab'
import { useAccount } from '../../net/account'
import { serverNow } from '../../net/clock'
import { useEvery } from '../../net/every'
import { useQuery } from '../../net/load'
import { type District, PlaceAndSpan, placeOf, spanOf } from '../../parts/PlaceAndSpan'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { navigate } from '../../router'
import { learn } from '../../words/bn'
import { charts as words } from '../../words/bn/charts'
import { hishab } from '../../words/bn/hishab'
import { pick, t } from '../../words/i18n'
import { longDate } from '../../words/time'
import { Ages, Bids, Requests, Toll } from './ChartParts'

learn(hishab)
learn(words)

const DAY_MS = 24 * 3_600_000
const DHAKA_MS = 6 * 3_600_000
const SPANS = { day: 1, week: 7, month: 31, quarter: 92 } as const
type Span = keyof typeof SPANS
// A picture of days moves little in minutes, and each costs four counts; what happens to the officer
// himself is told at once.
const ASK_AGAIN_S = 300

export type Found = DeskChartsQuery['deskCharts']

export function Charts({ search }: { search: URLSearchParams }) {
  const { data, fault, reload } = useQuery(FiguresPlacesDocument, {})
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  const district = data.value?.place
  if (!district) return <Skeleton rows={4} tall />
  return <Chosen district={district} search={search} />
}

function Chosen({ district, search }: { district: District; search: URLSearchParams }) {
  const place = placeOf(district, search)
  const span = spanOf(SPANS, 'month', search)
  const { since, until } = daysOf(span)
  const variables = { within: place.id, since, until }
  const { data, fault, reload } = useQuery(DeskChartsDocument, variables, { perViewer: true })
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void reload()
  })
  useEvery(ASK_AGAIN_S, reload)
  const found = data.value?.deskCharts

  function choose(key: string, value: string) {
    const next = new URLSearchParams(search)
    next.set('desk', 'charts')
    next.set(key, value)
    navigate(`/officer?${next}`, { replace: true })
  }

  return (
    <div class="stack charts">
      <p class="soft unprinted">{t('charts.lead')}</p>
      <PlaceAndSpan
        district={district}
        spans={{
          day: t('charts.span_day'),
          week: t('charts.span_week'),
          month: t('charts.span_month'),
          quarter: t('charts.span_quarter'),
        }}
        span={span}
        search={search}
        choose={choose}
      />
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      {!found && !fault.value && <Skeleton rows={4} tall />}
      {found && (
        <>
          <p>
            {pick({ bn: place.nameBn, en: place.nameEn })},{' '}
            {t('hishab.from', { from: longDate(since), to: longDate(Date.parse(until) - DAY_MS) })}
          </p>
          <Bids bids={found.bids} />
          <Requests requests={found.requests} />
          <Ages complaints={found.complaints} />
          <Toll hasil={found.hasil} />
          <div class="row unprinted">
            <button type="button" class="plain" onClick={() => print()}>
              {t('charts.print')}
            </button>
          </div>
        </>
      )}
    </div>
  )
}

/** Return a span's ends, by the days of Dhaka: the same all day long, today included. */
function daysOf(span: Span): { since: string; until: string } {
  const today = Math.floor((serverNow() + DHAKA_MS) / DAY_MS) * DAY_MS - DHAKA_MS
  const end = today + DAY_MS
  return {
    since: new Date(end - SPANS[span] * DAY_MS).toISOString(),
    until: new Date(end).toISOString(),
  }
}
