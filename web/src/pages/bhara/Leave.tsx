/** Naming the last day. */
import { useSignal } from '@preact/signals'
import { SayNoticeDocument } from '../../gql/bhara'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { Field } from '../../parts/Field'
import { t } from '../../words/i18n'
import { dhakaField } from '../../words/time'
import type { Contract } from '../Tenancy'

const A_DAY = 86_400_000

export function Leave({ tenancy, reload }: Contract) {
  const { id: agreementId, noticeDays } = tenancy
  const day = useSignal(dhakaField(serverNow() + noticeDays * A_DAY).slice(0, 10))
  const { wrong, busy, act } = useActing()

  async function leave() {
    const leavesOn = day.value
    await act(`leave ${agreementId} ${leavesOn}`, async () => {
      return (await mutate(SayNoticeDocument, { agreementId, leavesOn })).giveRentalNotice
    })
    await reload()
  }

  return (
    <details class="card">
      <summary>{t('bhara.leave')}</summary>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void leave()
        }}
      >
        <Field
          label={t('bhara.leaveDay')}
          type="date"
          value={day.value}
          onValue={value => {
            day.value = value
          }}
        />
        {wrong.value && (
          <p class="notice bad" role="alert">
            {wrong.value}
          </p>
        )}
        <button type="submit" disabled={busy.value}>
          {t('bhara.leaveGo')}
        </button>
      </form>
    </details>
  )
}
