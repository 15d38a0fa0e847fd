/** What a service costs from now on; what is booked keeps the price at which it was booked. */
import { useSignal } from '@preact/signals'
import { ChangeOfferPriceDocument } from '../../gql/offer'
import { mutate } from '../../net/client'
import { Field } from '../../parts/Field'
import { SaveForm } from '../../parts/SaveForm'
import { t } from '../../words/i18n'
import { parseTaka } from '../../words/numbers'
import type { Offer } from '../Offers'

type Props = { option: Offer['options'][number]; reload: () => Promise<void> }

export function Repriced({ option, reload }: Props) {
  const price = useSignal('')
  const amount = parseTaka(price.value)
  const wish = { optionId: option.id, amount: amount ?? 0 }
  return (
    <SaveForm
      wish={wish}
      check={() => (amount ? null : t('form.fill'))}
      save={async idempotencyKey => {
        const input = { ...wish, idempotencyKey }
        return (await mutate(ChangeOfferPriceDocument, { input })).changeServicePrice
      }}
      after={reload}
      go={t('offer.priceNowGo')}
    >
      <Field
        label={t('offer.priceNow')}
        hint={t('offer.priceNowHint')}
        inputMode="decimal"
        autoComplete="off"
        value={price.value}
        onValue={text => {
          price.value = text
        }}
      />
    </SaveForm>
  )
}
