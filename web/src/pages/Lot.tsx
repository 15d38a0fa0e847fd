/** The live lot: an animal, its price, its time, and a way to bid. */
import './lot.css'
import './lot-bids.css'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Own } from '../lot/bidding'
import { beep, buzz, remember, soundOn, toggleSound } from '../lot/sound'
import { isOver, type LotView, minimumOf, type Stage, stageOf } from '../lot/state'
import { type LiveLot, useLot } from '../lot/useLot'
import { second } from '../net/clock'
import { canAct } from '../net/live'
import { savesData } from '../net/thrift'
import { AnimalPicture } from '../parts/AnimalPicture'
import { Announcer } from '../parts/Announcer'
import { BidForm } from '../parts/BidForm'
import { BidList } from '../parts/BidList'
import { Gone } from '../parts/Gone'
import { Later } from '../parts/Later'
import { LotFacts } from '../parts/LotFacts'
import { OutbidBar } from '../parts/OutbidBar'
import { OwnStand } from '../parts/OwnStand'
import { onDemand } from '../parts/onDemand'
import { PerKilo, PriceCard } from '../parts/PriceCard'
import { Problem } from '../parts/Problem'
import { Result } from '../parts/Result'
import { Skeleton } from '../parts/Skeleton'
import { Star } from '../parts/Star'
import { factsText } from '../parts/Weight'
import type { PageProps } from '../router'
import { t, titleOf } from '../words/i18n'
import { number } from '../words/numbers'

const UnreadBids = onDemand(() => import('../parts/UnreadBids').then(each => each.UnreadBids))

const FLASH_MS = 8_000

export default function Lot({ params, search }: PageProps) {
  const live = useLot(`Lot:${params.n}`)
  const lot = live.lot.value
  const title = lot && titleOf(lot)
  useEffect(() => {
    if (title) document.title = `${title} — ${t('shell.brand')}`
  }, [title])
  if (live.gone && !lot) return <Gone params={params} search={search} />
  if (lot) return <Shown lot={lot} live={live} />
  if (live.fault) return <Problem fault={live.fault} retry={() => void live.reload()} />
  return <Skeleton rows={4} tall />
}

function Shown({ lot, live }: { lot: LotView; live: LiveLot }) {
  const stage = stageOf(lot, second.value * 1000)
  const own = live.own.value
  const { animal } = lot
  // What is over already is laid out so; what ends before one's eyes keeps its place.
  const over = useMemo(() => isOver(lot), [lot.id])
  useEffect(remember, [])
  return (
    <div class={over ? 'lot over' : 'lot'}>
      <AnimalPicture
        species={animal.species.slug}
        sex={animal.sex.slug}
        coat={animal.coatColor}
        alt={titleOf(lot)}
        photo={animal.photo}
        media={live.more.value?.animal.media}
        large
      />
      <Star lotId={lot.id} more={live.more} />
      <h1>{titleOf(lot)}</h1>
      <p class="facts">{factsText(animal)}</p>
      <PriceCard lot={lot} stage={stage} />
      <PerKilo lot={lot} stage={stage} />
      {stage === 'open' && <Bid lot={lot} live={live} />}
      {stage !== 'open' && <Result lot={lot} stage={stage} own={own} won={live.won.value} />}
      {!isOver(lot) && <Rule lot={lot} />}
      <Bids lot={lot} live={live} stage={stage} />
      <Later>
        <LotFacts lot={lot} more={live.more.value} />
      </Later>
      <Outbid lot={lot} live={live} stage={stage} />
      <Announcer lot={lot} stage={stage} />
    </div>
  )
}

/** The form, or why this person has none: better told at once than after a bid was thought out. */
function Bid({ lot, live }: { lot: LotView; live: LiveLot }) {
  const mayBid = live.selling.value ? 'OWN_LOT' : live.more.value?.mayBid
  switch (mayBid) {
    case 'OWN_LOT':
    case 'BANNED':
    case 'SUSPENDED':
    case 'UNVERIFIED':
      return <p class="bid-form result notice">{t(`lot.mayNot_${mayBid}`)}</p>
    default:
      return <BidForm lot={lot} own={live.own.value} bidding={live.bidding} />
  }
}

function Bids({ lot, live, stage }: { lot: LotView; live: LiveLot; stage: Stage }) {
  const own = live.own.value
  const { bidCount } = lot
  const heard = useSignal(bidCount)
  useEffect(() => {
    if (bidCount > heard.peek()) beep()
    heard.value = bidCount
  }, [bidCount, heard])
  return (
    <section class="lot-bids">
      <h2>
        {t('lot.bids')} ({number(lot.bidCount)})
      </h2>
      {!isOver(lot) && (
        <button
          type="button"
          class="plain sound"
          aria-pressed={soundOn.value}
          onClick={toggleSound}
        >
          {t('lot.sound', { state: t(soundOn.value ? 'lot.on' : 'lot.off') })}
        </button>
      )}
      <OwnStand lot={lot} stage={stage} own={own} bidding={live.bidding} />
      {savesData.value && !isOver(lot) && <UnreadBids lot={lot} read={live.readStand} />}
      {lot.bidCount === 0 ? (
        <p class="empty">{t(stage === 'open' ? 'lot.noBids' : 'lot.noneYet')}</p>
      ) : (
        <BidList lot={lot} own={own?.bidder ?? null} />
      )}
      <p class="log-link">
        <a href={`/haat/${lot.number}/log`}>{t('lot.log')}</a>
      </p>
    </section>
  )
}

/** The rule of the late bid; for a moment, that it has just been used. */
function Rule({ lot }: { lot: LotView }) {
  const flash = useExtension(lot.endsAt)
  const minutes = number(Math.round(lot.softCloseS / 60))
  return (
    <p class={flash ? 'rule flash' : 'rule'}>
      <span role="status">{flash ? t('lot.extended') : ''}</span>{' '}
      <a href="#rules">{t('lot.rule', { minutes })}</a>
    </p>
  )
}

/** Whether the end was moved just now. */
function useExtension(endsAt: string | null): boolean {
  const flash = useSignal(false)
  const before = useSignal(endsAt)
  useEffect(() => {
    const was = before.peek()
    before.value = endsAt
    if (!was || !endsAt || Date.parse(endsAt) <= Date.parse(was)) return
    flash.value = true
    const timer = setTimeout(() => {
      flash.value = false
    }, FLASH_MS)
    return () => clearTimeout(timer)
  }, [endsAt, before, flash])
  return flash.value
}

/** The bar at the foot while somebody else leads; answered with ✕ it comes back after the next lead. */
function Outbid({ lot, live, stage }: { lot: LotView; live: LiveLot; stage: Stage }) {
  const own: Own = live.own.value
  const answered = useSignal(false)
  const leading = own !== null && lot.leader === own.bidder
  const { asked, attempt } = live.bidding
  const passed = stage === 'open' && own !== null && !leading && lot.leader !== null
  useEffect(() => {
    if (leading) answered.value = false
    if (passed) buzz()
  }, [leading, passed, answered])
  if (!passed || answered.value || asked.value || attempt.value) return null
  return (
    <OutbidBar
      amount={minimumOf(lot)}
      disabled={!canAct.value}
      raise={() => void live.bidding.ask(minimumOf(lot), lot, own)}
      leave={() => {
        answered.value = true
      }}
    />
  )
}
