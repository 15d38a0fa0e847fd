/** The charts themselves, each with a table beneath that can be taken as CSV. */
import type { ComponentChildren } from 'preact'
import { Bars, type Row, TableBeneath } from '../../parts/Bars'
import { Line } from '../../parts/Line'
import { type Key, pick, t } from '../../words/i18n'
import { digits, money, number } from '../../words/numbers'
import type { Found } from './Charts'

type Place = Found['requests'][number]['place']

export function Bids({ bids }: { bids: Found['bids'] }) {
  const points = bids.map(({ hour, bids: value }) => ({ label: hourText(hour), value }))
  return (
    <Chart
      title={t('charts.bids')}
      empty={bids.every(each => each.bids === 0)}
      heads={[t('charts.hour'), t('charts.bidCount')]}
      rows={points.map(({ label, value }) => ({ key: label, cells: [label, number(value)] }))}
    >
      <Line points={points} />
    </Chart>
  )
}

export function Requests({ requests }: { requests: Found['requests'] }) {
  return (
    <Chart
      title={t('charts.requests')}
      empty={requests.length === 0}
      heads={[t('charts.upazila'), t('charts.bookings'), t('charts.trips'), t('charts.blood')]}
      rows={requests.map(each => ({
        key: each.place?.id ?? '',
        cells: [named(each.place), number(each.bookings), number(each.trips), number(each.blood)],
      }))}
    >
      <Bars
        bars={requests.map(each => ({
          label: named(each.place),
          value: each.bookings + each.trips + each.blood,
        }))}
      />
    </Chart>
  )
}

export function Ages({ complaints }: { complaints: Found['complaints'] }) {
  const labelOf = (days: number) => t(`charts.age_${days}` as Key)
  return (
    <Chart
      title={t('charts.complaints')}
      empty={complaints.every(each => each.complaints === 0)}
      heads={[t('charts.age'), t('charts.waiting'), t('charts.late')]}
      rows={complaints.map(each => ({
        key: String(each.days),
        cells: [labelOf(each.days), number(each.complaints), number(each.late)],
      }))}
    >
      <p class="soft">{t('charts.dark')}</p>
      <Bars
        bars={complaints.map(({ days, complaints: value, late }) => ({
          label: labelOf(days),
          value,
          done: late,
        }))}
      />
    </Chart>
  )
}

export function Toll({ hasil }: { hasil: Found['hasil'] }) {
  return (
    <Chart
      title={t('charts.hasil')}
      empty={hasil.length === 0}
      heads={[t('charts.haat'), t('charts.receipts'), t('charts.hasil')]}
      rows={hasil.map(each => ({
        key: each.place?.id ?? '',
        cells: [named(each.place), number(each.receipts), money(each.hasil)],
      }))}
    >
      <Bars
        bars={hasil.map(each => ({
          label: named(each.place),
          value: each.hasil,
          said: money(each.hasil),
        }))}
      />
    </Chart>
  )
}

type ChartProps = {
  title: string
  empty: boolean
  heads: string[]
  rows: Row[]
  children: ComponentChildren
}

function Chart({ title, empty, heads, rows, children }: ChartProps) {
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {empty ? <p class="soft">{t('charts.none')}</p> : children}
      {rows.length > 0 && <TableBeneath title={title} heads={heads} rows={rows} />}
    </section>
  )
}

function named(place: Place): string {
  return place ? pick({ bn: place.nameBn, en: place.nameEn }) : ''
}

function hourText(hour: number): string {
  return digits(`${String(hour).padStart(2, '0')}:00`)
}
