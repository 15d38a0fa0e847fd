/** What can be bought at the haats without an auction. */
import type { LotFilter } from '../../gql'
import { HallListingsDocument } from '../../gql/listings'
import { usePages } from '../../net/pages'
import { Empty } from '../../parts/Empty'
import { More } from '../../parts/More'
import { Problem } from '../../parts/Problem'
import { SaleCard } from '../../parts/SaleCard'
import { Skeleton } from '../../parts/Skeleton'
import { t } from '../../words/i18n'

export function Listings({ filter }: { filter: LotFilter | null }) {
  const wanted = filter && { ...filter, followed: undefined }
  const page = usePages(HallListingsDocument, { filter: wanted }, data => data.listings)
  // Auctions have their own tabs.
  const sales = page.edges?.map(edge => edge.node).filter(sale => sale.kind !== 'AUCTION')
  return (
    <>
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {!sales && !page.fault && <Skeleton rows={3} tall />}
      {sales?.length === 0 && <Empty text={t('hall.none_BUY')} />}
      <ul class="cards">
        {sales?.map(sale => (
          <li key={sale.id}>
            <SaleCard sale={sale} />
          </li>
        ))}
      </ul>
      <More more={page.more} />
    </>
  )
}
