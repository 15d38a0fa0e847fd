/** The live lot: an animal, its price, its time, and a way to bid. */
import './lot.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { attempt, settle, stands } from '../lot/attempt'
import { beep, buzz, remember, soundOn, toggleSound } from '../lot/sound'
import { type LotView, minimumOf } from '../lot/state'
import { type LiveLot, type Own, useLot } from '../lot/useLot'
import { canAct } from '../net/live'
import { AnimalPicture } from '../parts/AnimalPicture'
import { Announcer } from '../parts/Announcer'
import { BidForm } from '../parts/BidForm'
import { BidList } from '../parts/BidList'
import { LotFacts } from '../parts/LotFacts'
import { OutbidBar } from '../parts/OutbidBar'
import { PriceCard } from '../parts/PriceCard'
import { Problem } from '../parts/Problem'
import { Result } from '../parts/Result'
import { Skeleton } from '../parts/Skeleton'
import { factsText } from '../parts/Weight'
import type { PageProps } from '../router'
import { t, titleOf } from '../words/i18n'
import { money, number } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import NotFound from './NotFound'

export default function Lot({ params }: PageProps) {
  const live = useLot(`Lot:${params.n}`)
  const lot = live.lot.value
  useEffect(() => {
    if (lot) document.title = `${titleOf(lot)} — ${t('shell.brand')}`
  }, [lot && titleOf(lot)])
  if (live.gone) return <NotFound />
  if (!lot) {
    return live.fault ? (
      <Problem fault={live.fault} retry={() => void live.reload()} />
    ) : (
      <Skeleton rows={4} tall />
    )
  }
  return <Shown lot={lot} live={live} />
}

function Shown({ lot, live }: { lot: LotView; live: LiveLot }) {
  const own = live.own.value
  const alias = useAlias(own)
  const { animal } = lot
  return (
    <div class="lot">
      <AnimalPicture
        species={animal.species.slug}
        sex={animal.sex.slug}
        coat={animal.coatColor}
        alt={titleOf(lot)}
      />
      <div class="lot-main">
        <h1>{titleOf(lot)}</h1>
        <p class="facts">{factsText(animal)}</p>
        <PriceCard lot={lot} following />
        {lot.phase === 'OPEN' && <Bidding lot={lot} live={live} alias={alias} />}
        {lot.phase === 'SCHEDULED' && lot.startsAt && (
          <p class="notice">
            {t('lot.before', { day: longDate(lot.startsAt), time: clockTime(lot.startsAt) })}
          </p>
        )}
        <Result lot={lot} won={own?.mine?.won ?? null} />
        <p class="rule">
          <a href="/about#soft-close">
            {t('lot.rule', { minutes: number(Math.round(lot.softCloseS / 60)) })}
          </a>
        </p>
      </div>
      <section class="lot-bids">
        <div class="row between">
          <h2>
            {t('lot.bids')} ({number(lot.bidCount)})
          </h2>
          <button type="button" class="plain" aria-pressed={soundOn.value} onClick={toggleSound}>
            {t('lot.sound', { state: t(soundOn.value ? 'lot.on' : 'lot.off') })}
          </button>
        </div>
        <BidList lot={lot} own={alias} />
        <p>
          <a href={`/haat/${lot.number}/log`}>{t('lot.log')}</a>
        </p>
      </section>
      <LotFacts lot={lot} />
      <Announcer lot={lot} />
    </div>
  )
}

/** The viewer's number on this lot: as the server knows it, or as the last answer said. */
function useAlias(own: Own | null): number | null {
  const answer = attempt.value?.answer
  const fresh = answer?.__typename === 'BidAccepted' ? answer.bidder : null
  return own?.mine?.bidder ?? fresh
}

type BiddingProps = { lot: LotView; live: LiveLot; alias: number | null }

function Bidding({ lot, live, alias }: BiddingProps) {
  const typed = useSignal('')
  const asked = useSignal<number | null>(null)
  const own = live.own.value
  const leads = alias !== null && lot.leader === alias
  const outbid = alias !== null && lot.leader !== null && !leads
  const newest = lot.bids[0]?.line

  useEffect(remember, [])
  useEffect(() => {
    if (newest !== undefined) beep()
  }, [newest])
  useEffect(() => {
    if (outbid) buzz()
  }, [outbid])
  useEffect(() => {
    const now = attempt.peek()
    if (now?.state !== 'accepted') return
    void live.look()
    if (stands(now, lot.bids)) settle()
  }, [attempt.value?.state, newest])

  if (own?.animal.mine) return <p class="notice">{t('lot.own')}</p>
  return (
    <>
      {outbid && attempt.value?.state !== 'sending' && (
        <OutbidBar
          amount={minimumOf(lot)}
          disabled={!canAct.value}
          raise={amount => {
            asked.value = amount
          }}
        />
      )}
      {leads && (
        <p class="notice good" role="status">
          {t('lot.leading', { amount: money(own?.mine?.maximum ?? lot.price ?? 0) })}
        </p>
      )}
      <BidForm lot={lot} typed={typed} asked={asked} />
    </>
  )
}
