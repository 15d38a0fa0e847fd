/** Goods at their buyer's door: handed over by his code, or taken back with the reason. */
import { useSignal } from '@preact/signals'
import type { TripReason } from '../../gql'
import { EndWayDocument, HandGoodsOverDocument } from '../../gql/driver'
import type { Acting } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field, Select } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'

const REASONS = ['RIDER_ABSENT', 'WRONG_PICKUP', 'TECHNICAL'] as const

type Props = { tripId: string; busy: boolean; act: Acting['act']; reload: () => Promise<void> }

export function Goods({ tripId, busy, act, reload }: Props) {
  const code = useSignal('')
  const handed = useSignal(false)
  const reason = useSignal<TripReason>('RIDER_ABSENT')

  async function handOver() {
    handed.value = await act(`hand ${tripId}`, async () => {
      const said = inLatin(code.peek()).trim()
      return (await mutate(HandGoodsOverDocument, { tripId, code: said })).handOverParcel
    })
    await reload()
  }

  async function giveUp() {
    await act(`early ${tripId}`, async () => {
      return (await mutate(EndWayDocument, { tripId, reason: reason.peek() })).completeTrip
    })
    await reload()
  }

  if (handed.value) {
    return (
      <p class="notice good" role="status">
        {t('trip.handed')}
      </p>
    )
  }
  return (
    <>
      <form
        class="typed"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void handOver()
        }}
      >
        <Field
          label={t('trip.goodsCode')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={code.value}
          onValue={value => {
            code.value = value
          }}
        />
        <button type="submit" disabled={busy}>
          {t('trip.handOver')}
        </button>
      </form>
      <Opened
        title={t('trip.early')}
        show={() => (
          <form
            class="stack"
            onSubmit={event => {
              event.preventDefault()
              void giveUp()
            }}
          >
            <p class="soft">{t('trip.earlyNote')}</p>
            <Select
              label={t('trip.earlyWhy')}
              value={reason.value}
              onValue={value => {
                reason.value = value as TripReason
              }}
              options={REASONS.map(value => ({ value, label: t(`trip.early_${value}`) }))}
            />
            <button type="submit" class="plain" disabled={busy}>
              {t('trip.earlyGo')}
            </button>
          </form>
        )}
      />
    </>
  )
}
