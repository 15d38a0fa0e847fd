/** The application of a seller, and where it stands. */
import { useSignal } from '@preact/signals'
import { SetMyPapersDocument } from '../../gql/media'
import { HandInApplicationDocument, SaveApplicationDocument } from '../../gql/offering'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { isRefusal } from '../../net/faults'
import { me } from '../../net/session'
import { Field, TextArea } from '../../parts/Field'
import { OwnPapers } from '../../parts/OwnPapers'
import { PlacePicker } from '../../parts/PlacePicker'
import { toast } from '../../parts/Toast'
import { t } from '../../words/i18n'
import { longDate } from '../../words/time'
import type { Selling } from '../Sell'

const CLOSED = ['SUSPENDED', 'TERMINATED']

export function Apply({ data, reload }: Selling) {
  const known = data.me?.sellerApplication
  const state = known?.state ?? 'DRAFT'
  return (
    <section class="stack">
      <h2>{t('sell.apply')}</h2>
      <p>{t('sell.applyText')}</p>
      {state === 'SUBMITTED' && known?.dueAt && (
        <p class="notice" role="status">
          {t('sell.state_SUBMITTED', { day: longDate(known.dueAt) })}
        </p>
      )}
      {(state === 'NEEDS_INFO' || state === 'REJECTED' || CLOSED.includes(state)) && (
        <p class="notice bad" role="status">
          {t(`sell.state_${state as 'REJECTED'}`, { reason: known?.reason ?? '' })}
        </p>
      )}
      {data.me && !CLOSED.includes(state) && (
        <OwnPapers
          papers={data.me.papers}
          kind="IDENTITY"
          title={t('sell.identity')}
          hang={async media =>
            (await mutate(SetMyPapersDocument, { input: { media } })).setMyPapers
          }
          after={reload}
        />
      )}
      {state !== 'SUBMITTED' && !CLOSED.includes(state) && <Form data={data} reload={reload} />}
    </section>
  )
}

function Form({ data, reload }: Selling) {
  const known = data.me?.sellerApplication
  const farmName = useSignal(known?.farmName ?? '')
  const contactPhone = useSignal(known?.contactPhone ?? me.value?.phone ?? '')
  const placeId = useSignal(known?.placeId ?? data.me?.homeId ?? '')
  const village = useSignal(known?.village ?? '')
  const statement = useSignal(known?.statement ?? '')
  const { wrong, busy, act } = useActing()

  async function send() {
    if (!placeId.value) {
      wrong.value = t('sell.homeHint')
      return
    }
    const went = await act('apply', async () => {
      const input = {
        farmName: farmName.value.trim(),
        contactPhone: contactPhone.value,
        placeId: placeId.value,
        village: village.value.trim(),
        statement: statement.value.trim(),
      }
      const { saveSellerApplication: saved } = await mutate(SaveApplicationDocument, { input })
      if (isRefusal(saved)) return saved
      return (await mutate(HandInApplicationDocument, {})).submitSellerApplication
    })
    if (went) toast(t('sell.sent'))
    await reload()
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
        label={t('sell.farm')}
        value={farmName.value}
        maxLength={120}
        onValue={into(farmName)}
      />
      <Field
        label={t('sell.phone')}
        type="tel"
        inputMode="tel"
        value={contactPhone.value}
        onValue={into(contactPhone)}
      />
      <PlacePicker
        label={t('sell.home')}
        hint={t('sell.homeHint')}
        value={placeId.value}
        onValue={into(placeId)}
      />
      <Field
        label={t('sell.village')}
        value={village.value}
        maxLength={80}
        onValue={into(village)}
      />
      <TextArea
        label={t('sell.statement')}
        value={statement.value}
        maxLength={500}
        onValue={into(statement)}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('sell.send')}
      </button>
    </form>
  )
}

function into(field: { value: string }): (value: string) => void {
  return value => {
    field.value = value
  }
}
