/** What a service costs from now on; what is booked keeps the price at which it was booked. */
import { useSignal } from '@preact/signals'
import { ChangeOfferPriceDocument } from '../../gql/offer'
import { mutate } from '../../net/client'
import { isRefusal } from '../../net/faults'
import { Field } from '../../parts/Field'
import { SaveForm } from '../../parts/SaveForm'
import { t } from '../../words/i18n'
import { parseTaka } from '../../words/numbers'
import type { Offer } from '../Offers'

type Props = {
  option: Offer['options'][number]
  reload: () => Promise<void>
  /** Closes the drawer; a refusal stays in it, beside the price that holds now. */
  close: () => void
}

export function Repriced({ option, reload, close }: Props) {
  const price = useSignal('')
  const went = useSignal(false)
  const amount = parseTaka(price.value)
  const wish = { optionId: option.id, amount: amount ?? 0, seenAmount: option.amount }
  return (
    <SaveForm
      wish={wish}
      check={() => (amount ? null : t('form.fill'))}
      save={async idempotencyKey => {
        const input = { ...wish, idempotencyKey }
        const answer = (await mutate(ChangeOfferPriceDocument, { input })).changeServicePrice
        went.value = !isRefusal(answer)
        return answer
      }}
      after={async () => {
        await reload()
        if (went.peek()) close()
      }}
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
