/** The viewer's own orders, on his page. */
import { MyOrdersDocument } from '../../gql/mine'
import { useQuery } from '../../net/load'
import { nameIn, t } from '../../words/i18n'
import { money } from '../../words/numbers'
import { longDate } from '../../words/time'

export function MyOrders() {
  const { data } = useQuery(MyOrdersDocument, {}, { perViewer: true })
  const groups = data.value?.myOrderGroups.edges.map(({ node }) => node) ?? []
  if (groups.length === 0) return null
  return (
    <section aria-label={t('mine.orders')}>
      <h2>{t('mine.orders')}</h2>
      <ul class="lines">
        {groups.map(group => (
          <li key={group.id} class="card">
            <a href={`/o/${group.id.replace('OrderGroup:', '')}`}>
              {longDate(group.createdAt)}: {money(group.totalPrice)}
            </a>
            <p>{group.orders.map(order => nameIn(order.shop)).join(', ')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
