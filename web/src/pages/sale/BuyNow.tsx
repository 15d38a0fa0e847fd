/** Buying at once: the price is asked about in words, and a price that moved is told, not taken. */
import { useSignal } from '@preact/signals'
import { BuyNowDocument } from '../../gql/sale'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { ConfirmAmount } from '../../parts/ConfirmAmount'
import { navigate } from '../../router'
import { t } from '../../words/i18n'
import type { Listing } from '../Sale'

export function BuyNow({ listing, reload }: { listing: Listing; reload: () => Promise<void> }) {
  const asked = useSignal(false)
  const { wrong, busy, act } = useActing()
  const price = listing.price ?? 0

  async function buy() {
    asked.value = false
    let made = ''
    await act(`buy ${price}`, async key => {
      const variables = { listingId: listing.id, price, key }
      const { buyNow } = await mutate(BuyNowDocument, variables)
      if (buyNow.__typename === 'Deal') made = buyNow.id
      return buyNow
    })
    if (made) navigate(`/haat/deal/${made.replace('Deal:', '')}`)
    else await reload()
  }

  return (
    <>
      <button
        type="button"
        disabled={busy.value}
        onClick={() => {
          asked.value = true
        }}
      >
        {t('sale.buy')}
      </button>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {asked.value && (
        <ConfirmAmount
          title={t('sale.buySure')}
          amount={price}
          note={t('sale.binding')}
          yesText={t('sale.buyYes')}
          busy={busy.value}
          yes={() => void buy()}
          no={() => {
            asked.value = false
          }}
        />
      )}
    </>
  )
}
