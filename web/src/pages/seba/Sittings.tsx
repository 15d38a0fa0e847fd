/** The sittings of a service that run or come; its provider may announce another. */
import { useSignal } from '@preact/signals'
import { PlanSittingDocument, SittingsDocument } from '../../gql/sitting'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { useQuery } from '../../net/load'
import { Field } from '../../parts/Field'
import { learn } from '../../words/bn'
import { sitting as words } from '../../words/bn/sitting'
import { t } from '../../words/i18n'
import { digits, inLatin, number } from '../../words/numbers'
import { clockTime, dhakaField, longDate, momentOfField } from '../../words/time'

learn(words)

const HOUR_MS = 3_600_000

/** `optionId`: at which price the provider sits; without one nothing can be planned here. */
type Props = { serviceId: string; optionId?: string | undefined }

export function Sittings({ serviceId, optionId }: Props) {
  const { data, reload } = useQuery(SittingsDocument, { serviceId })
  const found = data.value?.sittings.edges.map(({ node }) => node) ?? []
  return (
    <>
      {found.length > 0 && <h3>{t('sitting.coming')}</h3>}
      <ul class="lines">
        {found.map(one => (
          <li key={one.id}>
            <a href={`/seba/sitting/${one.id.replace('Sitting:', '')}`}>
              {longDate(one.startsAt)}, {clockTime(one.startsAt)}
            </a>{' '}
            <span class="soft">
              {t('sitting.taken', { taken: number(one.taken), capacity: number(one.capacity) })}
              {one.state === 'OPEN' && ` · ${t('sitting.now')} ${number(one.nowServing)}`}
            </span>
          </li>
        ))}
      </ul>
      {optionId && (
        <details>
          <summary>{t('sitting.plan')}</summary>
          <Plan optionId={optionId} reload={reload} />
        </details>
      )}
    </>
  )
}

function Plan({ optionId, reload }: { optionId: string; reload: () => Promise<void> }) {
  const from = useSignal(dhakaField(serverNow() + 24 * HOUR_MS))
  const hours = useSignal(digits('3'))
  const capacity = useSignal(digits('20'))
  const minutes = useSignal(digits('10'))
  const { wrong, busy, act } = useActing()

  async function plan() {
    const startsAt = momentOfField(from.value)
    const length = Number(inLatin(hours.value)) * HOUR_MS
    const many = Number(inLatin(capacity.value))
    const each = Number(inLatin(minutes.value))
    if (!startsAt || !(length > 0) || !(many > 0) || !(each > 0)) {
      wrong.value = t('sitting.fill')
      return
    }
    const input = {
      optionId,
      startsAt,
      finishesAt: new Date(Date.parse(startsAt) + length).toISOString(),
      capacity: many,
      averageMinutes: each,
      opensAt: null,
    }
    await act(`plan ${JSON.stringify(input)}`, async idempotencyKey => {
      const variables = { input: { ...input, idempotencyKey } }
      return (await mutate(PlanSittingDocument, variables)).planSitting
    })
    await reload()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void plan()
      }}
    >
      <Field
        label={t('sitting.from')}
        type="datetime-local"
        value={from.value}
        onValue={value => {
          from.value = value
        }}
      />
      <Field
        label={t('sitting.hours')}
        inputMode="numeric"
        maxLength={2}
        value={hours.value}
        onValue={value => {
          hours.value = value
        }}
      />
      <Field
        label={t('sitting.capacity')}
        inputMode="numeric"
        maxLength={3}
        value={capacity.value}
        onValue={value => {
          capacity.value = value
        }}
      />
      <Field
        label={t('sitting.minutes')}
        inputMode="numeric"
        maxLength={3}
        value={minutes.value}
        onValue={value => {
          minutes.value = value
        }}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('sitting.planGo')}
      </button>
    </form>
  )
}
