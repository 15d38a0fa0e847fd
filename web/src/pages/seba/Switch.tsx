/** The one large switch of a provider: that he can come now, and for how long. */
import { useSignal } from '@preact/signals'
import { SaySwitchDocument } from '../../gql/desk'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { second } from '../../net/clock'
import { Select } from '../../parts/Field'
import { believed } from '../../seba/free'
import { t } from '../../words/i18n'
import { clockTime } from '../../words/time'
import type { Own } from '../Desk'

const MINUTES = [30, 60, 120, 240, 480]

export function Switch({ own, reload }: { own: Own; reload: () => Promise<void> }) {
  const minutes = useSignal('120')
  const wished = useSignal<boolean | null>(null)
  const { wrong, busy, act } = useActing()
  const { state, until } = believed(own.availability, second.value * 1000)
  // What was pressed shows at once, and is taken back if it is refused.
  const on = wished.value ?? state === 'FREE'

  async function turn(to: boolean, lasts = minutes.peek()) {
    wished.value = to
    await act(`switch ${to} ${lasts}`, async () => {
      const said = to
        ? { signal: 'FREE' as const, minutes: Number(lasts) }
        : { signal: 'OFF' as const }
      return (await mutate(SaySwitchDocument, said)).switchAvailability
    })
    await reload()
    wished.value = null
  }

  return (
    <section class="card stack" aria-label={t('desk.switch')}>
      <button
        type="button"
        role="switch"
        class={on ? 'switch' : 'switch plain'}
        aria-checked={on}
        disabled={busy.value}
        onClick={() => void turn(!on)}
      >
        <span class="knob" aria-hidden="true" />
        {t('desk.switch')}
      </button>
      <p role="status">
        {on && until && t('desk.until', { time: clockTime(until) })}
        {!on && t(state === 'UNKNOWN' && own.availability.observedAt ? 'desk.stale' : 'desk.off')}
      </p>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <Select
        label={t('desk.howLong')}
        value={minutes.value}
        onValue={value => {
          minutes.value = value
          if (on) void turn(true, value)
        }}
        options={MINUTES.map(n => ({
          value: String(n),
          label: n < 60 ? t('desk.forMinutes', { n }) : t('desk.forHours', { n: n / 60 }),
        }))}
      />
    </section>
  )
}
