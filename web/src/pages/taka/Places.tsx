/** Where earnings are sent to, and the form that tells another place. */
import { useSignal } from '@preact/signals'
import type { PaidToFragment } from '../../gql'
import { PayMeToDocument, PayMyShopToDocument } from '../../gql/taka'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Choice } from '../../parts/Choice'
import { Field } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { toast } from '../../parts/Toast'
import { t } from '../../words/i18n'
import { digits } from '../../words/numbers'

const METHODS = ['BKASH', 'NAGAD', 'BANK'] as const
type Method = (typeof METHODS)[number]
type Props = { shopId: string | null; accounts: PaidToFragment[]; after: () => Promise<void> }

export function Places({ shopId, accounts, after }: Props) {
  const shown = accounts.filter(({ state }) => state !== 'REPLACED')
  return (
    <section class="card stack" aria-label={t('taka.to')}>
      <h2>{t('taka.to')}</h2>
      {shown.length === 0 && <p class="soft">{t('taka.noWhere')}</p>}
      <ul class="lines">
        {shown.map(one => (
          <li key={one.id}>
            <PlaceText place={one} /> · <strong>{t(`taka.at_${one.state}`)}</strong>
            {one.reason && `: ${one.reason}`}
          </li>
        ))}
      </ul>
      <Opened title={t('taka.change')} show={() => <PlaceForm shopId={shopId} after={after} />} />
    </section>
  )
}

export function PlaceText({ place }: { place: PaidToFragment }) {
  return (
    <>
      {t(`taka.${place.method}`)} {digits(place.number)}
      {place.bank && `, ${place.bank}`} · {place.holder}
    </>
  )
}

function PlaceForm({ shopId, after }: Omit<Props, 'accounts'>) {
  const method = useSignal<Method>('BKASH')
  const number = useSignal('')
  const holder = useSignal('')
  const bank = useSignal('')
  const { wrong, busy, act } = useActing()

  async function send() {
    const told = {
      method: method.value,
      number: number.value.trim(),
      holder: holder.value.trim(),
      bank: method.value === 'BANK' ? bank.value.trim() : '',
    }
    const went = await act(JSON.stringify(told), async idempotencyKey => {
      const input = { ...told, idempotencyKey }
      if (!shopId) return (await mutate(PayMeToDocument, { input })).setSellerPayout
      return (await mutate(PayMyShopToDocument, { input: { ...input, shopId } })).setShopPayout
    })
    if (!went) return
    toast(t('taka.told'))
    await after()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <p class="soft">{t('taka.changeNote')}</p>
      <Choice
        label={t('taka.method')}
        value={method.value}
        onValue={value => {
          method.value = value as Method
        }}
        options={METHODS.map(value => ({ value, label: t(`taka.${value}`) }))}
      />
      <Field
        label={t('taka.number')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        value={number.value}
        onValue={value => {
          number.value = value
        }}
      />
      <Field
        label={t('taka.holder')}
        autoComplete="name"
        maxLength={120}
        value={holder.value}
        onValue={value => {
          holder.value = value
        }}
      />
      {method.value === 'BANK' && (
        <Field
          label={t('taka.bank')}
          autoComplete="off"
          maxLength={120}
          value={bank.value}
          onValue={value => {
            bank.value = value
          }}
        />
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('taka.changeGo')}
      </button>
    </form>
  )
}
