/** What moved on earnings in some days: a paper in Bengali to be printed, and a file. */
import { useSignal } from '@preact/signals'
import type { ToldFragment } from '../../gql'
import { MyStatementDocument, ShopStatementDocument } from '../../gql/taka'
import { serverNow } from '../../net/clock'
import type { Loaded } from '../../net/load'
import { useQuery } from '../../net/load'
import { Field } from '../../parts/Field'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { t } from '../../words/i18n'
import { inBengali, money } from '../../words/numbers'
import { dhakaField } from '../../words/time'

const DAY_MS = 24 * 3_600_000
const SHOWN_DAYS = 30
const DAY = /^\d{4}-\d\d-\d\d$/

type Props = { shopId: string | null; name: string }
type Days = { since: string; until: string }

export function Statement({ shopId, name }: Props) {
  const since = useSignal(dhakaField(serverNow() - SHOWN_DAYS * DAY_MS).slice(0, 10))
  const until = useSignal(dhakaField(serverNow()).slice(0, 10))
  // While a day is being typed the last whole one holds.
  const days = useSignal<Days>({ since: since.value, until: until.value })
  function choose(part: Partial<Days>) {
    const next = { since: since.value, until: until.value, ...part }
    since.value = next.since
    until.value = next.until
    if (DAY.test(next.since) && DAY.test(next.until)) days.value = next
  }
  return (
    <section class="card stack statement" aria-label={t('taka.statement')}>
      <h2>{t('taka.statement')}</h2>
      <div class="chosen unprinted">
        <Field
          label={t('taka.since')}
          type="date"
          value={since.value}
          onValue={value => choose({ since: value })}
        />
        <Field
          label={t('taka.until')}
          type="date"
          value={until.value}
          onValue={value => choose({ until: value })}
        />
      </div>
      {shopId ? (
        <OfShop shopId={shopId} name={name} days={days.value} />
      ) : (
        <OfSeller name={name} days={days.value} />
      )}
    </section>
  )
}

function OfSeller({ name, days }: { name: string; days: Days }) {
  return <Shown name={name} found={useQuery(MyStatementDocument, days, { perViewer: true })} />
}

function OfShop({ shopId, name, days }: { shopId: string; name: string; days: Days }) {
  const found = useQuery(ShopStatementDocument, { shopId, ...days }, { perViewer: true })
  return <Shown name={name} found={found} />
}

function Shown({ name, found }: { name: string; found: Loaded<{ told: ToldFragment | null }> }) {
  const told = found.data.value?.told
  if (found.fault.value) {
    return <Problem fault={found.fault.value} retry={() => void found.reload()} />
  }
  if (!told) return <Skeleton rows={3} />
  return (
    <>
      <Paper told={told} name={name} />
      <div class="row unprinted">
        <button type="button" onClick={() => print()}>
          {t('taka.print')}
        </button>
        <a
          class="button plain"
          download={`statement-${told.since}-${told.until}.csv`}
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(told.csv)}`}
        >
          {t('taka.csv')}
        </a>
      </div>
    </>
  )
}

const HEADS = ['দিন', 'বিবরণ', 'জমা', 'খরচ', 'স্থিতি']

/** The paper speaks Bengali whatever the page speaks, as the receipt does. */
function Paper({ told, name }: { told: ToldFragment; name: string }) {
  return (
    <div class="paper" lang="bn">
      <p class="head">হাতের মুঠোয় কিশোরগঞ্জ: হিসাবের পাতা</p>
      <p>
        {name}, {day(told.since)} থেকে {day(told.until)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <section class="table" aria-label={t('taka.statement')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {HEADS.map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Standing words="আগের স্থিতি" at={told.since} amount={told.opening} />
            {told.lines.map(({ at, wordsBn, ref, amount, balance }) => (
              <tr key={`${at} ${ref} ${balance}`}>
                <th scope="row">{day(dhakaField(Date.parse(at)))}</th>
                <td>
                  {wordsBn} {inBengali(ref)}
                </td>
                <td class="money">{amount > 0 && bengali(amount)}</td>
                <td class="money">{amount < 0 && bengali(-amount)}</td>
                <td class="money">{bengali(balance)}</td>
              </tr>
            ))}
            <Standing words="শেষ স্থিতি" at={told.until} amount={told.closing} />
          </tbody>
        </table>
      </section>
      <p>
        মোট জমা {bengali(told.came)}, মোট খরচ {bengali(told.left)}
      </p>
    </div>
  )
}

function Standing({ words, at, amount }: { words: string; at: string; amount: number }) {
  return (
    <tr>
      <th scope="row">{day(at)}</th>
      <td>{words}</td>
      <td />
      <td />
      <td class="money">{bengali(amount)}</td>
    </tr>
  )
}

function bengali(paisa: number): string {
  return inBengali(money(paisa))
}

/** Return a day as it is written on paper: ২৪/১১/২০২৬. */
function day(iso: string): string {
  return inBengali(iso.slice(0, 10).split('-').reverse().join('/'))
}
