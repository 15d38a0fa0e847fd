/** Amounts side by side: drawn as bars, with the words and numbers beside them, and a table beneath. */
import './bars.css'
import type { ComponentChildren } from 'preact'
import { t } from '../words/i18n'
import { digits } from '../words/numbers'

export type Bar = {
  label: string
  /** What the bar is long by. */
  value: number
  /** How much of it is done. */
  done?: number
  /** The number in words; without it the value. */
  said?: string
}

const WIDE = 100
const HIGH = 8
// More bars are no picture any more; the table has them all.
const MOST = 12

export function Bars({ bars }: { bars: Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <ul class="bars">
      {bars.slice(0, MOST).map(({ label, value, done = value, said }) => (
        <li key={label}>
          <span>{label}</span>
          <b class="money">{said ?? digits(String(value))}</b>
          <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true">
            <rect class="whole-bar" width={(value / most) * WIDE} height={HIGH} />
            <rect class="done-bar" width={(done / most) * WIDE} height={HIGH} />
          </svg>
        </li>
      ))}
    </ul>
  )
}

/** The first of the cells is the row's head; the key tells it from others. */
export type Row = { key: string; cells: string[] }

type TableProps = {
  title: string
  heads: string[]
  rows: Row[]
  /** Where the same can be taken as a file; without it the file is made of what is shown. */
  csv?: string | undefined
  summary?: string
  children?: ComponentChildren
}

export function TableBeneath({ title, heads, rows, csv, summary, children }: TableProps) {
  return (
    <details>
      <summary>{summary ?? t('hishab.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <section class="table" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {heads.map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, at) =>
                  at === 0 ? (
                    <th key={heads[at]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={heads[at]}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {children}
      <p>
        <a
          download={`${title}.csv`}
          href={csv ?? csvOf([heads, ...rows.map(({ cells }) => cells)])}
        >
          {t('hishab.csv')}
        </a>
      </p>
    </details>
  )
}

/** Return a file of rows for spreadsheets (RFC 4180); the mark before it says that it is UTF-8. */
export function csvOf(rows: string[][]): string {
  const lines = rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','))
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${lines.join('\r\n')}\r\n`)}`
}
