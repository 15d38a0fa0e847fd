/** Asking for a vehicle with its driver, for some days. */
import { useSignal } from '@preact/signals'
import { AskForDaysDocument } from '../../gql/letting'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { Field } from '../../parts/Field'
import { dayAfter, daysBetween } from '../../seba/days'
import { t } from '../../words/i18n'
import { money } from '../../words/numbers'
import { dhakaField } from '../../words/time'

const A_DAY = 86_400_000

export function HireForm({ unitId: rentalUnitId, rate }: { unitId: string; rate: number }) {
  const tomorrow = dhakaField(serverNow() + A_DAY).slice(0, 10)
  const firstDay = useSignal(tomorrow)
  const lastDay = useSignal(tomorrow)
  const pickup = useSignal('')
  const note = useSignal('')
  const said = useSignal(false)
  const { wrong, busy, act } = useActing()
  const days = daysBetween(firstDay.value, lastDay.value)

  async function ask() {
    if (!(days > 0) || !pickup.value.trim()) {
      wrong.value = t('bhara.fill')
      return
    }
    const input = {
      rentalUnitId,
      firstDay: firstDay.value,
      untilDay: dayAfter(lastDay.value),
      pickup: pickup.value.trim(),
      note: note.value.trim(),
    }
    said.value = await act(`hire ${JSON.stringify(input)}`, async idempotencyKey => {
      return (await mutate(AskForDaysDocument, { input: { ...input, idempotencyKey } })).requestHire
    })
  }

  if (said.value) {
    return (
      <p class="notice good" role="status">
        {t('bhara.seeSaid')}
      </p>
    )
  }
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void ask()
      }}
    >
      <h2>{t('bhara.hire')}</h2>
      {(
        [
          ['bhara.firstDay', firstDay, 'date'],
          ['bhara.lastDay', lastDay, 'date'],
          ['bhara.pickup', pickup, 'text'],
          ['bhara.seeNote', note, 'text'],
        ] as const
      ).map(([key, field, type]) => (
        <Field
          key={key}
          label={t(key)}
          type={type}
          maxLength={300}
          value={field.value}
          onValue={value => {
            field.value = value
          }}
        />
      ))}
      {days > 0 && <p>{t('bhara.hireSum', { n: days, amount: money(days * rate) })}</p>}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('bhara.hireGo')}
      </button>
    </form>
  )
}
