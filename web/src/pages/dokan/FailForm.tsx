/** Why a parcel was not handed over. */
import { useSignal } from '@preact/signals'
import type { FailedDelivery } from '../../gql'
import { NotHandedOverDocument } from '../../gql/counter'
import { mutate } from '../../net/client'
import { Select } from '../../parts/Field'
import { t } from '../../words/i18n'
import type { Go } from './Arriving'

const REASONS = ['ABSENT', 'REFUSED', 'ADDRESS'] as const

export function FailForm({ parcelId, busy, go }: { parcelId: string; busy: boolean; go: Go }) {
  const reason = useSignal<FailedDelivery>('ABSENT')
  return (
    <form
      class="typed"
      onSubmit={event => {
        event.preventDefault()
        void go(`fail ${parcelId}`, async () => {
          const input = { parcelId, reason: reason.value, note: '' }
          return (await mutate(NotHandedOverDocument, { input })).reportFailedParcel
        })
      }}
    >
      <Select
        label={t('parcel.failWhy')}
        value={reason.value}
        onValue={value => {
          reason.value = value as FailedDelivery
        }}
        options={REASONS.map(value => ({ value, label: t(`order.fail_${value}`) }))}
      />
      <button type="submit" disabled={busy}>
        {t('order.sure')}
      </button>
    </form>
  )
}
