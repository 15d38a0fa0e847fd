/** The shopkeeper's page: three steps to a shop, then orders as they arrive, and what is sold. */
import './facts.css'
import './shop.css'
import { useEffect } from 'preact/hooks'
import type { DokanPageQuery } from '../gql'
import {
  DokanPageDocument,
  PauseDokanDocument,
  PublishDokanDocument,
  ResumeDokanDocument,
} from '../gql/dokan'
import { useAccount } from '../net/account'
import { useActing } from '../net/acting'
import { mutate } from '../net/client'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { Opened } from '../parts/Opened'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { learn } from '../words/bn'
import { keeper } from '../words/bn/keeper'
import { order } from '../words/bn/order'
import { trade } from '../words/bn/trade'
import { type Key, nameIn, t } from '../words/i18n'

learn(trade)
learn(order)
learn(keeper)

const Counter = onDemand(() => import('./dokan/Counter').then(each => each.Counter))
const OpenForm = onDemand(() => import('./dokan/OpenForm').then(each => each.OpenForm))
const Goods = onDemand(() => import('./dokan/Goods').then(each => each.Goods))
const Arriving = onDemand(() => import('./dokan/Arriving').then(each => each.Arriving))
const UNPUBLISHED = new Set(['DRAFT', 'NEEDS_INFO'])

export type Own = NonNullable<DokanPageQuery['myShop']>

export default function Dokan() {
  useEffect(() => {
    document.title = `${t('keeper.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack dokan">
      <h1>{t('keeper.title')}</h1>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('keeper.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && <Signed />}
    </div>
  )
}

function Signed() {
  const { data, fault, reload } = useQuery(DokanPageDocument, {}, { perViewer: true })
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void reload()
  })
  const found = data.value
  const orders = found?.shopOrders.edges.map(({ node }) => node) ?? []
  const placed = orders.filter(each => each.state === 'PLACED').length
  useEffect(() => {
    const count = placed > 0 ? `(${placed}) ` : ''
    document.title = `${count}${t('keeper.title')} — ${t('shell.brand')}`
  }, [placed])
  if (!found) {
    return fault.value ? (
      <Problem fault={fault.value} retry={() => void reload()} />
    ) : (
      <Skeleton rows={4} />
    )
  }
  const shop = found.myShop
  if (!shop) return <OpenForm reload={reload} />
  const goods = found.myProducts.edges.map(({ node }) => node)
  return (
    <>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      <Sign shop={shop} onSale={goods.filter(isOnSale).length} reload={reload} />
      {!UNPUBLISHED.has(shop.state) && <Arriving orders={orders} reload={reload} />}
      <Goods goods={goods} reload={reload} />
    </>
  )
}

const isOnSale = ({ state }: { state: string }) => state === 'ACTIVE'

type SignProps = { shop: Own; onSale: number; reload: () => Promise<void> }

function Sign({ shop, onSale, reload }: SignProps) {
  const { wrong, busy, act } = useActing()
  async function go(name: string, what: () => Promise<unknown>) {
    await act(name, what)
    await reload()
  }
  const may = (move: Own['allowedTransitions'][number]) => shop.allowedTransitions.includes(move)
  return (
    <section class="card stack" aria-label={nameIn(shop)}>
      <h2>{nameIn(shop)}</h2>
      <p role="status">
        <strong>{t(`keeper.state_${shop.state}` as Key)}</strong> {shop.reason}
      </p>
      {shop.takesOrders && (
        <p>
          {t('keeper.share')}{' '}
          <a href={`/shop/${shop.slug}`} lang="en">
            {`${location.host}/shop/${shop.slug}`}
          </a>
        </p>
      )}
      {UNPUBLISHED.has(shop.state) && (
        <ol class="steps">
          <li>{t('keeper.step1')} ✓</li>
          <li>{t('keeper.step2')}</li>
          <li>{t('keeper.step3')}</li>
        </ol>
      )}
      <div class="row">
        {may('PUBLISH') && (
          <button
            type="button"
            disabled={busy.value || onSale === 0}
            onClick={() =>
              void go('publish', async () => (await mutate(PublishDokanDocument, {})).publishShop)
            }
          >
            {t('keeper.publish')}
          </button>
        )}
        {may('PAUSE') && (
          <button
            type="button"
            class="plain"
            disabled={busy.value}
            onClick={() =>
              void go('pause', async () => (await mutate(PauseDokanDocument, {})).pauseShop)
            }
          >
            {t('keeper.pause')}
          </button>
        )}
        {may('RESUME') && (
          <button
            type="button"
            disabled={busy.value}
            onClick={() =>
              void go('resume', async () => (await mutate(ResumeDokanDocument, {})).resumeShop)
            }
          >
            {t('keeper.resume')}
          </button>
        )}
      </div>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <p>
        <a href="/taka?of=shop">{t('keeper.money')}</a>
      </p>
      <Opened title={t('keeper.counter')} show={() => <Counter reload={reload} />} />
    </section>
  )
}
