/** What somebody has earned with animals or a shop, where it is sent, and what he himself pays. */
import './facts.css'
import './taka/taka.css'
import { useEffect } from 'preact/hooks'
import type { TakaPageQuery } from '../gql'
import { ShopTakaDocument, TakaPageDocument } from '../gql/taka'
import { useAccount } from '../net/account'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { Select } from '../parts/Field'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import '../parts/bars.css'
import { navigate, type PageProps } from '../router'
import { learn } from '../words/bn'
import { taka as words } from '../words/bn/taka'
import { pick, t } from '../words/i18n'
import { money } from '../words/numbers'
import { Payments } from './taka/Payments'
import { Payouts } from './taka/Payouts'
import { Places } from './taka/Places'
import { Statement } from './taka/Statement'

learn(words)

type Shop = TakaPageQuery['myShop']
type Earnings = TakaPageQuery['myEarnings']

export default function Taka({ search }: PageProps) {
  useEffect(() => {
    document.title = `${t('taka.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack taka">
      <h1>{t('taka.title')}</h1>
      <p class="soft">{t('taka.lead')}</p>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('taka.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && <Signed search={search} />}
    </div>
  )
}

function Signed({ search }: { search: URLSearchParams }) {
  const { data, fault, reload } = useQuery(TakaPageDocument, {}, { perViewer: true })
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void reload()
  })
  const found = data.value
  if (!found) {
    return fault.value ? (
      <Problem fault={fault.value} retry={() => void reload()} />
    ) : (
      <Skeleton rows={4} />
    )
  }
  const shop = search.get('of') === 'shop' ? found.myShop : null
  const accounts = found.myPayoutAccounts.edges.map(({ node }) => node)
  return (
    <>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      {found.myShop && <Whose shop={found.myShop} chosen={shop} />}
      {shop ? <OfShop shopId={shop.id} /> : <Earned earnings={found.myEarnings} />}
      <Places
        key={shop?.id ?? ''}
        shopId={shop?.id ?? null}
        accounts={accounts.filter(each => each.shopId === (shop?.id ?? null))}
        after={reload}
      />
      <Statement
        shopId={shop?.id ?? null}
        name={shop ? pick({ bn: shop.nameBn, en: shop.nameEn }) : (me.value?.name ?? '')}
      />
      <Payouts shopId={shop?.id ?? null} />
      <Payments />
    </>
  )
}

function Whose({ shop, chosen }: { shop: NonNullable<Shop>; chosen: Shop }) {
  return (
    <Select
      label={t('taka.whose')}
      value={chosen ? 'shop' : 'own'}
      onValue={value => navigate(value === 'shop' ? '/taka?of=shop' : '/taka', { replace: true })}
      options={[
        { value: 'own', label: t('taka.own') },
        { value: 'shop', label: pick({ bn: shop.nameBn, en: shop.nameEn }) },
      ]}
    />
  )
}

function OfShop({ shopId }: { shopId: string }) {
  const { data, fault, reload } = useQuery(ShopTakaDocument, { shopId }, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value?.shopEarnings) return <Skeleton rows={2} />
  return <Earned earnings={data.value.shopEarnings} />
}

function Earned({ earnings }: { earnings: Earnings }) {
  return (
    <section class="card stack" aria-label={t('taka.earned')}>
      <h2>{t('taka.earned')}</h2>
      <ul class="kpis" aria-live="polite">
        <li>
          <b class="money">{money(earnings.standing)}</b> {t('taka.standing')}
        </li>
        <li>
          <b class="money">{money(earnings.onItsWay)}</b> {t('taka.onItsWay')}
        </li>
      </ul>
      <p class="soft">{t('taka.when')}</p>
    </section>
  )
}
