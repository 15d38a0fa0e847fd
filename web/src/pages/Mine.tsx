/** The viewer's own page: how his bids stand, what he must do, what happened, and who he is. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { MyPageQuery } from '../gql'
import { MyPageDocument } from '../gql/mine'
import { type AccountItem, useAccount } from '../net/account'
import { assisting, DESK } from '../net/assisting'
import { useQuery } from '../net/load'
import { cameFrom } from '../net/paying'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { Money } from '../parts/Money'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { factsText } from '../parts/Weight'
import { navigate, type PageProps } from '../router'
import { type Key, t, titleOf } from '../words/i18n'
import { money } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { Profile } from './mine/Profile'
import { MyBookings } from './seba/MyBookings'
import './hall.css'
import { learn } from '../words/bn'
import { mine as words } from '../words/bn/mine'

learn(words)

const MySerials = onDemand(() => import('./seba/MySerials').then(each => each.MySerials))
const Followed = onDemand(() => import('./mine/Followed').then(each => each.Followed))
const MyOrders = onDemand(() => import('./shop/MyOrders').then(each => each.MyOrders))

const NEWS_KEPT = 20

export default function Mine({ search }: PageProps) {
  useEffect(() => {
    // Who comes back from a payment service goes on to what he paid for.
    // What is the citizen's own is not for who acts for him.
    if (assisting) navigate(DESK, { replace: true })
    const page = cameFrom(search.get('pay') ?? '')
    if (page) navigate(page, { replace: true })
    document.title = `${t('mine.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('mine.title')}</h1>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('mine.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && !assisting && <Signed />}
    </div>
  )
}

function Signed() {
  const page = useQuery(MyPageDocument, {}, { perViewer: true })
  const news = useSignal<AccountItem[]>([])
  useAccount(item => {
    if (item.__typename === 'AccountSnapshot') return
    news.value = [item, ...news.peek()].slice(0, NEWS_KEPT)
    void page.reload()
  })
  const data = page.data.value
  return (
    <>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      <div class="mine">
        <div class="stack">
          <News items={news.value} />
          <MyBookings />
          <MySerials />
          <MyOrders />
          {data ? <Lists data={data} /> : <Skeleton rows={4} />}
          <a class="button plain" href="/haat/sell">
            {t('mine.myAnimals')}
          </a>
          <a class="button plain" href="/haat/deposits">
            {t('mine.myDeposits')}
          </a>
          <a class="button plain" href="/bhara/mine">
            {t('mine.myRentals')}
          </a>
          <a class="button plain" href="/nalish">
            {t('mine.myComplaints')}
          </a>
          <a class="button plain" href="/taka">
            {t('mine.myMoney')}
          </a>
          <a class="button plain" href="/dokan">
            {t('mine.myShop')}
          </a>
          {me.value?.roles.some(held => held.role === 'OPERATOR') && (
            <a class="button plain" href={DESK}>
              {t('mine.sahayok')}
            </a>
          )}
        </div>
        <Profile />
      </div>
    </>
  )
}

function News({ items }: { items: AccountItem[] }) {
  return (
    <section class="card" aria-label={t('mine.news')}>
      <h2>{t('mine.news')}</h2>
      {items.length === 0 && <p class="soft">{t('mine.noNews')}</p>}
      <ul aria-live="polite">
        {items.map(item => (
          <li key={'seq' in item ? item.seq : ''} class="row">
            {'at' in item && <span class="soft">{clockTime(item.at)}</span>}
            <span>{sentence(item)}</span>
            {'lotId' in item && (
              <a href={`/haat/${item.lotId.replace('Lot:', '')}`}>{t('mine.look')}</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function sentence(item: AccountItem): string {
  if (item.__typename === 'AccountNotice') {
    return t(item.kind.includes('offer') ? 'mine.said_offer' : 'mine.said_other')
  }
  const amount = 'price' in item && item.price !== null ? money(item.price) : ''
  return t(`mine.said_${item.__typename}` as Key, { amount })
}

function Lists({ data }: { data: MyPageQuery }) {
  const bids = data.bids.edges.map(edge => edge.node)
  return (
    <>
      <Deals data={data} />
      <section aria-label={t('mine.bids')}>
        <h2>{t('mine.bids')}</h2>
        {bids.length === 0 && <p class="soft">{t('mine.noBids')}</p>}
        <ul class="lines">
          {bids.map(lot => (
            <li key={lot.id} class="card">
              <a href={`/haat/${lot.number}`}>{titleOf(lot)}</a>
              <p class="row">
                <strong>{t(standing(lot))}</strong>
                {lot.price !== null && <Money paisa={lot.price} />}
              </p>
              {lot.mine && lot.phase === 'OPEN' && (
                <p class="soft">{t('mine.max', { amount: money(lot.mine.maximum) })}</p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Offers data={data} />
      <Followed />
    </>
  )
}

type OwnLot = MyPageQuery['bids']['edges'][number]['node']

function standing(lot: OwnLot): Key {
  if (lot.phase === 'OPEN') return lot.mine?.leading ? 'mine.leading' : 'mine.outbid'
  return lot.mine?.won ? 'mine.won' : 'mine.lost'
}

function Deals({ data }: { data: MyPageQuery }) {
  const deals = data.myDeals.edges.map(edge => edge.node)
  if (deals.length === 0) return null
  return (
    <section aria-label={t('mine.deals')}>
      <h2>{t('mine.deals')}</h2>
      <ul class="lines">
        {deals.map(deal => (
          <li key={deal.id} class="card">
            <p>
              <strong>
                {deal.buying
                  ? t('mine.bought', { name: deal.sellerName })
                  : t('mine.soldTo', { name: deal.buyerName })}
              </strong>
              : <Money paisa={deal.amount} />
            </p>
            <p class="soft">{factsText(deal.animal)}</p>
            <p>
              <a href={`/haat/deal/${deal.id.replace('Deal:', '')}`}>
                {t(`mine.deal_${deal.state}` as Key)}
              </a>
            </p>
            {deal.payBy && deal.state === 'AWAITING_PAYMENT' && (
              <p class="notice">
                {t(deal.buying ? 'mine.payBy' : 'mine.awaitPay', {
                  day: longDate(deal.payBy),
                  time: clockTime(deal.payBy),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Offers({ data }: { data: MyPageQuery }) {
  const offers = data.myOffers.edges.map(edge => edge.node)
  if (offers.length === 0) return null
  return (
    <section aria-label={t('mine.offers')}>
      <h2>{t('mine.offers')}</h2>
      <ul class="lines">
        {offers.map(offer => (
          <li key={offer.id} class="card">
            {offer.listing && (
              <a href={`/haat/sale/${offer.listing.id.replace('Listing:', '')}`}>
                {titleOf(offer.listing)}
              </a>
            )}
            <p>
              {t(offer.mine ? 'mine.offerMine' : 'mine.offerTheirs', {
                amount: money(offer.amount),
              })}
              : {t(`mine.offer_${offer.state}` as Key)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
