/** How a provider takes work: how many at once, how long before and after, how far ahead. */
import { useSignal } from '@preact/signals'
import { SetDeskTermsDocument } from '../../gql/offer'
import { mutate } from '../../net/client'
import { Field, Select } from '../../parts/Field'
import { SaveForm } from '../../parts/SaveForm'
import { t } from '../../words/i18n'
import { inLatin, number } from '../../words/numbers'
import type { DeskProps } from '../Offers'

const HOUR = 60
const DAY = 24 * HOUR
const BREAKS = [0, 15, 30, 45, 60, 90, 120]
const NOTICES = [0, 30, HOUR, 2 * HOUR, 4 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY]
const HORIZONS = [7, 14, 30, 60, 90, 180]

export function RulesForm({ own, reload }: DeskProps) {
  const seats = useSignal(number(own.seats))
  const rest = useSignal({
    bufferBeforeMinutes: own.bufferBeforeMinutes,
    bufferAfterMinutes: own.bufferAfterMinutes,
    noticeMinutes: own.noticeMinutes,
    horizonDays: own.horizonDays,
    instant: own.instant,
  })
  const set = (part: Partial<typeof rest.value>) => {
    rest.value = { ...rest.peek(), ...part }
  }
  const count = Number(inLatin(seats.value))
  const wish = { ...rest.value, seats: count }
  const { bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, horizonDays, instant } = wish
  return (
    <SaveForm
      wish={wish}
      check={() => (count > 0 ? null : t('form.fill'))}
      save={async () => (await mutate(SetDeskTermsDocument, { input: wish })).setProviderTerms}
      after={reload}
    >
      <label class="tick">
        <input
          type="checkbox"
          checked={instant}
          onChange={event => set({ instant: event.currentTarget.checked })}
        />
        {t('offer.instant')}
      </label>
      <Field
        label={t('offer.seats')}
        inputMode="numeric"
        maxLength={2}
        value={seats.value}
        onValue={text => {
          seats.value = text
        }}
      />
      <Select
        label={t('offer.before')}
        value={String(bufferBeforeMinutes)}
        onValue={value => set({ bufferBeforeMinutes: Number(value) })}
        options={choices(BREAKS, bufferBeforeMinutes, lasting)}
      />
      <Select
        label={t('offer.after')}
        value={String(bufferAfterMinutes)}
        onValue={value => set({ bufferAfterMinutes: Number(value) })}
        options={choices(BREAKS, bufferAfterMinutes, lasting)}
      />
      <Select
        label={t('offer.notice')}
        value={String(noticeMinutes)}
        onValue={value => set({ noticeMinutes: Number(value) })}
        options={choices(NOTICES, noticeMinutes, lasting)}
      />
      <Select
        label={t('offer.horizon')}
        value={String(horizonDays)}
        onValue={value => set({ horizonDays: Number(value) })}
        options={choices(HORIZONS, horizonDays, n => t('offer.forDays', { n }))}
      />
    </SaveForm>
  )
}

/** Return the usual choices, and what was chosen in other ways before. */
function choices(usual: number[], own: number, say: (n: number) => string) {
  const all = [...new Set([...usual, own])].sort((a, b) => a - b)
  return all.map(n => ({ value: String(n), label: say(n) }))
}

/** Return minutes in words: ৩০ মিনিট, ২ ঘণ্টা, ১ দিন. */
function lasting(minutes: number): string {
  if (minutes === 0) return t('offer.none')
  if (minutes % DAY === 0) return t('offer.forDays', { n: minutes / DAY })
  if (minutes % HOUR === 0) return t('desk.forHours', { n: minutes / HOUR })
  return t('desk.forMinutes', { n: minutes })
}
