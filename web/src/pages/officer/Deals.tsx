/** Deals that wait for the officer: cash at the haat, or an objection. Each is decided on its page. */
import { DealsWaitingDocument } from '../../gql/bench'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { factsText } from '../../parts/Weight'
import { learn } from '../../words/bn'
import { deal as words } from '../../words/bn/deal'
import { type Key, t } from '../../words/i18n'
import { money } from '../../words/numbers'

learn(words)

export function Deals() {
  const { data, fault, reload } = useQuery(DealsWaitingDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const deals = data.value.dealsWaiting.edges.map(({ node }) => node)
  if (deals.length === 0) return <Empty text={t('officer.none')} />
  return (
    <ul class="lines">
      {deals.map(deal => (
        <li key={deal.id} class="card">
          <a href={`/haat/deal/${deal.id.replace('Deal:', '')}`}>
            {deal.sellerName} → {deal.buyerName}: {money(deal.amount)}
          </a>
          <p>{t(`deal.${deal.state}` as Key)}</p>
          <p class="soft">{factsText(deal.animal)}</p>
        </li>
      ))}
    </ul>
  )
}
