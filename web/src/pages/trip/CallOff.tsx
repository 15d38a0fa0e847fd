/** Calling a trip off: the fee is told first, and no other is taken. */
import { useSignal } from '@preact/signals'
import { CallTripOffDocument, PreviewCallOffDocument } from '../../gql/trip'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Dialog } from '../../parts/Dialog'
import { t } from '../../words/i18n'
import { money } from '../../words/numbers'

type Terms = { fee: number; token: string }

export function CallOff({ tripId, reload }: { tripId: string; reload: () => Promise<void> }) {
  const terms = useSignal<Terms | null>(null)
  const { wrong, busy, act } = useActing()

  async function look() {
    await act(`look ${tripId}`, async () => {
      const { previewCancel } = await mutate(PreviewCallOffDocument, { tripId })
      if (previewCancel.__typename === 'CancelPreview') terms.value = previewCancel
      return previewCancel
    })
  }

  async function cancel({ token }: Terms) {
    terms.value = null
    await act(`cancel ${tripId}`, async () => {
      const input = { tripId, note: '', previewToken: token }
      return (await mutate(CallTripOffDocument, { input })).cancelTrip
    })
    await reload()
  }

  const shown = terms.value
  return (
    <>
      <button type="button" class="plain" disabled={busy.value} onClick={() => void look()}>
        {t('trip.cancel')}
      </button>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {shown && (
        <Dialog
          title={t('trip.cancelSure')}
          close={() => {
            terms.value = null
          }}
        >
          <p>
            {shown.fee ? t('trip.cancelCosts', { amount: money(shown.fee) }) : t('trip.cancelFree')}
          </p>
          <button type="button" onClick={() => void cancel(shown)}>
            {t('trip.cancelYes')}
          </button>
        </Dialog>
      )}
    </>
  )
}
