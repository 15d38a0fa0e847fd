/** A buyer's side of a bargain: his first offer, then the thread. */
import { useSignal } from '@preact/signals'
import type { OfferLineFragment } from '../../gql'
import { MakeOfferDocument } from '../../gql/sale'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { AmountForm } from '../../parts/AmountForm'
import { ConfirmAmount } from '../../parts/ConfirmAmount'
import { t } from '../../words/i18n'
import type { Listing } from '../Sale'
import { Thread } from './Thread'

type Props = { listing: Listing; offers: OfferLineFragment[]; reload: () => Promise<void> }

export function Bargain({ listing, offers, reload }: Props) {
  const asked = useSignal<number | null>(null)
  const { wrong, busy, act } = useActing()
  const open = offers.some(offer => offer.state === 'PENDING')

  async function offer(amount: number) {
    asked.value = null
    await act(`offer ${amount}`, async key => {
      const variables = { listingId: listing.id, amount, key }
      return (await mutate(MakeOfferDocument, variables)).makeOffer
    })
    await reload()
  }

  return (
    <>
      {offers.length > 0 && <Thread offers={offers} selling={false} reload={reload} />}
      {!open && (
        <AmountForm
          label={t('sale.offer')}
          go={t('sale.offerGo')}
          busy={busy.value}
          ask={amount => {
            asked.value = amount
          }}
        />
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {asked.value !== null && (
        <ConfirmAmount
          title={t('sale.offerSure')}
          amount={asked.value}
          note={t('sale.binding')}
          yesText={t('sale.offerYes')}
          busy={busy.value}
          yes={() => asked.value !== null && void offer(asked.value)}
          no={() => {
            asked.value = null
          }}
        />
      )}
    </>
  )
}
