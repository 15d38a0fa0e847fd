/** Shops of the officer's places: those that wait to be opened, then those that are open. */
import { DecideShopDocument, ShopsWaitingDocument } from '../../gql/bench'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { keeper } from '../../words/bn/keeper'
import { type Key, nameIn, placeText, t } from '../../words/i18n'
import { digits } from '../../words/numbers'
import { longDate } from '../../words/time'
import { Asking } from './Asking'
import { Deed } from './Deed'

learn(keeper)

/** What an officer decides; the rest is the owner's. */
const DECISIONS = ['VERIFY', 'ASK_FOR_MORE', 'REJECT', 'SUSPEND', 'RESTORE', 'TERMINATE'] as const

export function Shops() {
  const { data, fault, reload } = useQuery(ShopsWaitingDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const shops = data.value.shopsWaiting.edges.map(({ node }) => node)
  if (shops.length === 0) return <Empty text={t('officer.none')} />
  return (
    <ul class="lines">
      {shops.map(shop => (
        <li key={shop.id} class="card stack">
          <h2>{nameIn(shop)}</h2>
          <p>
            {[shop.address, placeText(shop.place)].filter(Boolean).join(', ')} ·{' '}
            {digits(shop.phone)}
          </p>
          {shop.about && <p>{shop.about}</p>}
          <p class="soft">
            {t(`keeper.state_${shop.state}` as Key)} {shop.reason}
            {shop.decisionDueAt && ` · ${t('officer.due', { day: longDate(shop.decisionDueAt) })}`}
          </p>
          <Asking act={shop.endingAsked} />
          <div class="row">
            {DECISIONS.filter(move => shop.allowedTransitions.includes(move)).map(move => (
              <Deed
                key={move}
                label={t(`officer.shop_${move}`)}
                plain={move !== 'VERIFY'}
                deed={async reason => {
                  const variables = { shopId: shop.id, decision: move, reason }
                  return (await mutate(DecideShopDocument, variables)).decideShop
                }}
                after={reload}
              />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
