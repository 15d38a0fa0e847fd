/** The winner's next steps, with the moment by which to pay. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { WonDealsQuery } from '../gql'
import { WonDealsDocument } from '../gql/lot'
import type { LotView } from '../lot/state'
import { query } from '../net/client'
import { t } from '../words/i18n'
import { clockTime, longDate } from '../words/time'

type Deal = WonDealsQuery['myDeals']['edges'][number]['node']

export function Won({ lot }: { lot: LotView }) {
  const deal = useSignal<Deal | null>(null)
  useEffect(() => {
    query(WonDealsDocument, {}).then(
      ({ myDeals }) => {
        deal.value = myDeals.edges.find(({ node }) => node.lotId === lot.id)?.node ?? null
      },
      () => undefined, // the steps hold without the moment too
    )
  }, [lot.id, deal])
  const payBy = deal.value?.payBy
  return (
    <>
      <p>{t('lot.won')}</p>
      <ol class="next-steps">
        <li>
          {payBy
            ? t('lot.stepPayBy', { day: longDate(payBy), time: clockTime(payBy) })
            : t('lot.stepPay')}
        </li>
        <li>{t('lot.stepTake', { name: lot.animal.sellerName })}</li>
        <li>{t('lot.stepHasil')}</li>
      </ol>
      <a
        class="button"
        href={deal.value ? `/haat/deal/${deal.value.id.replace('Deal:', '')}` : '/amar'}
      >
        {t('lot.wonNext')}
      </a>
    </>
  )
}
