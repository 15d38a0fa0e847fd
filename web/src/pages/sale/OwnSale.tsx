/** The seller's side: every buyer's thread, another price, and taking the animal off sale. */
import type { OfferLineFragment } from '../../gql'
import { AskOtherPriceDocument, WithdrawSaleDocument } from '../../gql/sale'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { AmountForm } from '../../parts/AmountForm'
import { toast } from '../../parts/Toast'
import { type Key, t } from '../../words/i18n'
import type { Listing } from '../Sale'
import { bargains } from './bargains'
import { Thread } from './Thread'

type Props = { listing: Listing; offers: OfferLineFragment[]; reload: () => Promise<void> }

export function OwnSale({ listing, offers, reload }: Props) {
  const { wrong, busy, act } = useActing()

  async function take() {
    await act('withdraw', async () => {
      return (await mutate(WithdrawSaleDocument, { listingId: listing.id })).withdrawListing
    })
    await reload()
  }

  async function reprice(price: number) {
    const { id: listingId, version: seenVersion } = listing
    const went = await act(`reprice ${price} ${seenVersion}`, async () => {
      return (await mutate(AskOtherPriceDocument, { listingId, price, seenVersion })).changePrice
    })
    if (went) toast(t('sale.repriced'))
    await reload()
  }

  return (
    <>
      <p class="notice">{t('sale.own')}</p>
      {listing.state !== 'LIVE' && <p>{t(`sale.state_${listing.state}` as Key)}</p>}
      {offers.length === 0 && listing.kind === 'BARGAIN' && (
        <p class="soft">{t('sale.noOffers')}</p>
      )}
      {bargains(offers).map(talk => (
        <Thread key={talk[0]?.id} offers={talk} selling reload={reload} />
      ))}
      {listing.state === 'LIVE' && listing.perKg === null && (
        <AmountForm
          label={t('sale.otherPrice')}
          go={t('sale.reprice')}
          busy={busy.value}
          ask={price => void reprice(price)}
        />
      )}
      {listing.state === 'LIVE' && (
        <button type="button" class="plain" disabled={busy.value} onClick={() => void take()}>
          {t('sale.take')}
        </button>
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </>
  )
}
