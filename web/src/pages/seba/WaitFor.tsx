/** A time that somebody else has: one asks to be told should it fall free. */
import { useSignal } from '@preact/signals'
import type { OptionFragment } from '../../gql'
import { TellMeWhenFreeDocument } from '../../gql/booking'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { Select } from '../../parts/Field'
import { Said } from '../../parts/Said'
import { takenTimes } from '../../seba/days'
import { t } from '../../words/i18n'
import { clockTime } from '../../words/time'
import type { Provider } from '../Provider'

type Props = {
  provider: Provider
  option: OptionFragment
  /** The date, and the times of it that are free. */
  day: string
  free: readonly string[]
}

export function WaitFor({ provider, option, day, free }: Props) {
  const { minutes, id: optionId } = option
  const times = takenTimes({ day, hours: provider.hours, minutes, free, now: serverNow() })
  const chosen = useSignal('')
  const done = useSignal(false)
  const { wrong, busy, act } = useActing()
  const startsAt = times.find(time => time === chosen.value) ?? times[0]
  if (!startsAt) return null

  async function ask(at: string) {
    done.value = await act(`wait ${optionId} ${at}`, async () => {
      return (await mutate(TellMeWhenFreeDocument, { optionId, startsAt: at })).waitForSlot
    })
  }

  return (
    <details>
      <summary>{t('seba.taken')}</summary>
      <div class="stack">
        <Select
          label={t('seba.when')}
          value={startsAt}
          onValue={value => {
            chosen.value = value
            done.value = false
          }}
          options={times.map(value => ({ value, label: clockTime(value) }))}
        />
        <Said wrong={wrong.value} done={done.value && t('seba.willTell')} />
        <button
          type="button"
          class="plain"
          disabled={busy.value}
          onClick={() => void ask(startsAt)}
        >
          {t('seba.tellMe')}
        </button>
      </div>
    </details>
  )
}
