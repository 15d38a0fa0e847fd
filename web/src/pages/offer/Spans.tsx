/** When one works on a day: from and to, as often as one likes, with pauses between. */
import { Select } from '../../parts/Field'
import { momentOf } from '../../seba/days'
import { t } from '../../words/i18n'
import { clockTime } from '../../words/time'

export type Span = { opens: number; closes: number }

const STEP = 30
const MIDNIGHT = 24 * 60
const USUAL: Span = { opens: 540, closes: 1080 }
// After an hour's rest, some hours more.
const REST = 60
const MORE = 180
const MOST = 6

type Props = { label: string; value: readonly Span[]; onValue: (spans: Span[]) => void }

export function Spans({ label, value, onValue }: Props) {
  const last = value.at(-1)
  const next = last ? last.closes + REST : USUAL.opens
  const hasRoom = value.length < MOST && next < MIDNIGHT

  function change(n: number, part: Partial<Span>) {
    onValue(value.map((span, m) => (m === n ? { ...span, ...part } : span)))
  }

  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {value.length === 0 && <p class="soft">{t('seba.closed')}</p>}
      {value.map(({ opens, closes }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps nothing but what it is given
        <div key={n} class="span">
          <Select
            label={t('offer.from')}
            value={String(opens)}
            onValue={text => change(n, { opens: Number(text) })}
            options={times(0, MIDNIGHT - STEP, opens)}
          />
          <Select
            label={t('offer.to')}
            value={String(closes)}
            onValue={text => change(n, { closes: Number(text) })}
            options={times(STEP, MIDNIGHT, closes)}
          />
          <button
            type="button"
            class="plain"
            aria-label={t('offer.dropSpan', { day: label })}
            onClick={() => onValue(value.filter((_, m) => m !== n))}
          >
            ✕
          </button>
        </div>
      ))}
      {hasRoom && (
        <button
          type="button"
          class="plain"
          onClick={() =>
            onValue([
              ...value,
              last ? { opens: next, closes: Math.min(next + MORE, MIDNIGHT) } : USUAL,
            ])
          }
        >
          {t(last ? 'offer.moreHours' : 'offer.workThen')}
        </button>
      )}
    </fieldset>
  )
}

/** Return each half hour, and what was chosen in other ways before. */
function times(first: number, last: number, own: number) {
  const all = new Set([own])
  for (let minute = first; minute <= last; minute += STEP) all.add(minute)
  return [...all]
    .sort((a, b) => a - b)
    .map(minute => ({ value: String(minute), label: clockTime(momentOf(minute)) }))
}
