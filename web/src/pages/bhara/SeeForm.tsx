/** Asking to see what is to let. */
import { useSignal } from '@preact/signals'
import { AskToSeeDocument } from '../../gql/letting'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { Field, TextArea } from '../../parts/Field'
import { t } from '../../words/i18n'
import { dhakaField, momentOfField } from '../../words/time'

const A_DAY = 86_400_000

export function SeeForm({ unitId: rentalUnitId }: { unitId: string }) {
  const at = useSignal(dhakaField(serverNow() + A_DAY))
  const note = useSignal('')
  const said = useSignal(false)
  const { wrong, busy, act } = useActing()

  async function ask() {
    const startsAt = momentOfField(at.value)
    if (!startsAt) {
      wrong.value = t('bhara.fill')
      return
    }
    const input = { rentalUnitId, startsAt, note: note.value.trim() }
    said.value = await act(`see ${JSON.stringify(input)}`, async idempotencyKey => {
      return (await mutate(AskToSeeDocument, { input: { ...input, idempotencyKey } }))
        .requestViewing
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
      <h2>{t('bhara.see')}</h2>
      <Field
        label={t('bhara.seeWhen')}
        type="datetime-local"
        value={at.value}
        onValue={value => {
          at.value = value
        }}
      />
      <TextArea
        label={t('bhara.seeNote')}
        rows={2}
        maxLength={500}
        value={note.value}
        onValue={value => {
          note.value = value
        }}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('bhara.seeGo')}
      </button>
    </form>
  )
}
