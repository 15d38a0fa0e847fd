/** When a lot runs: a beginning by the clock of Dhaka, and a length in minutes. */
import { useSignal } from '@preact/signals'
import { useActing } from '../../net/acting'
import { serverNow } from '../../net/clock'
import { Field } from '../../parts/Field'
import { toast } from '../../parts/Toast'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'
import { dhakaField } from '../../words/time'

const MINUTE_MS = 60_000
const SOON_MS = 30 * MINUTE_MS

type Props = {
  go: string
  set: (startsAt: string, endsAt: string) => Promise<unknown>
  after: () => Promise<void>
}

export function TimeForm({ go, set, after }: Props) {
  const starts = useSignal(dhakaField(serverNow() + SOON_MS))
  const minutes = useSignal('20')
  const { wrong, busy, act } = useActing()

  async function send() {
    const from = Date.parse(`${starts.value}:00+06:00`)
    const length = Number(inLatin(minutes.value))
    if (!(from > 0) || !(length > 0)) {
      wrong.value = t('officer.wrongTime')
      return
    }
    const at = new Date(from).toISOString()
    const until = new Date(from + length * MINUTE_MS).toISOString()
    if (!(await act(`${at} ${until}`, () => set(at, until)))) return
    toast(t('officer.done'))
    await after()
  }

  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <Field
        label={t('officer.begins')}
        type="datetime-local"
        value={starts.value}
        onValue={value => {
          starts.value = value
        }}
      />
      <Field
        label={t('officer.minutes')}
        inputMode="numeric"
        maxLength={4}
        value={minutes.value}
        error={wrong.value}
        onValue={value => {
          minutes.value = value
        }}
      />
      <button type="submit" disabled={busy.value}>
        {go}
      </button>
    </form>
  )
}
