/** What the owner does with something he lets. */
import { useSignal } from '@preact/signals'
import type { UnitViewFragment } from '../../gql'
import { NewRentDocument, StillToLetDocument, TakeDownDocument } from '../../gql/letting'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field } from '../../parts/Field'
import { Steps } from '../../parts/Steps'
import { toast } from '../../parts/Toast'
import { t } from '../../words/i18n'
import { digits, parseTaka } from '../../words/numbers'
import { longDate } from '../../words/time'

type Props = { unit: UnitViewFragment; reload: () => Promise<void> }

export function Keeping({ unit, reload }: Props) {
  const { id: rentalUnitId, allowedTransitions: moves, state, hiddenBy } = unit
  return (
    <section class="card stack" aria-label={t('bhara.keep')}>
      <h2>{t('bhara.keep')}</h2>
      {state === 'AVAILABLE' && <p>{t('bhara.hiddenBy', { day: longDate(hiddenBy) })}</p>}
      <Steps
        id={rentalUnitId}
        reload={reload}
        steps={[
          {
            label: t('bhara.still'),
            when: moves.includes('CONFIRM'),
            send: async () => (await mutate(StillToLetDocument, { rentalUnitId })).confirmRental,
          },
          {
            label: t('bhara.retire'),
            when: moves.includes('RETIRE'),
            plain: true,
            note: t('bhara.retireNote'),
            yes: t('bhara.sure'),
            send: async () => (await mutate(TakeDownDocument, { rentalUnitId })).retireRental,
          },
        ]}
      />
      {state === 'AVAILABLE' && (
        <details>
          <summary>{t('bhara.newRent')}</summary>
          <RentForm unit={unit} reload={reload} />
        </details>
      )}
    </section>
  )
}

function RentForm({ unit, reload }: Props) {
  const rent = useSignal(digits(String(unit.rentAmount / 100)))
  const advance = useSignal(digits(String(unit.advanceAmount / 100)))
  const service = useSignal(digits(String(unit.serviceChargeAmount / 100)))
  const { wrong, busy, act } = useActing()
  const byMonth = unit.kind !== 'VEHICLE'

  async function change() {
    const amount = parseTaka(rent.value)
    if (!amount) {
      wrong.value = t('lot.notAmount')
      return
    }
    const input = {
      rentalUnitId: unit.id,
      rent: amount,
      advance: parseTaka(advance.value) ?? 0,
      serviceCharge: parseTaka(service.value) ?? 0,
    }
    const went = await act(`rent ${JSON.stringify(input)}`, async () => {
      return (await mutate(NewRentDocument, { input })).changeRent
    })
    if (went) toast(t('bhara.newRentGo'))
    await reload()
  }

  const fields = [
    [byMonth ? 'bhara.putRent' : 'bhara.putDay', rent],
    ...(byMonth
      ? ([
          ['bhara.putAdvance', advance],
          ['bhara.putService', service],
        ] as const)
      : []),
  ] as const
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void change()
      }}
    >
      {fields.map(([key, field]) => (
        <Field
          key={key}
          label={t(key)}
          inputMode="decimal"
          autoComplete="off"
          value={field.value}
          onValue={value => {
            field.value = value
          }}
        />
      ))}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('bhara.newRentGo')}
      </button>
    </form>
  )
}
