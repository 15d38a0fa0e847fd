/** The front page: where to go, and the liveliest lot as it happens. */
import './hall.css'
import './home.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { HomePageQuery } from '../gql'
import { HomePageDocument, NextLotsDocument } from '../gql/home'
import { type Card, cardsAfter } from '../hall/cards'
import { readStars } from '../hall/stars'
import { useHaats } from '../hall/useHaats'
import { second } from '../net/clock'
import { useQuery } from '../net/load'
import { me } from '../net/session'
import { Empty } from '../parts/Empty'
import { LotCard } from '../parts/LotCard'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { SearchBox } from '../parts/SearchBox'
import { Skeleton } from '../parts/Skeleton'
import { Tiles } from '../parts/Tiles'
import { banglaDate } from '../words/calendar'
import { pick, t } from '../words/i18n'
import { longDate } from '../words/time'

// The featured lot ends within minutes: then another is asked for.
const ASK_AGAIN_S = 30
const Strips = onDemand(() => import('./home/Strips').then(each => each.Strips))

export default function Home() {
  const first = useQuery(HomePageDocument, {}, { boot: 'HomePage' })
  const data = first.data.value
  const viewer = me.value?.id
  const turn = Math.floor(second.value / ASK_AGAIN_S)
  const begun = useSignal(turn)
  useEffect(() => {
    document.title = t('home.title')
  }, [])
  useEffect(() => void readStars(), [viewer])
  useEffect(() => {
    if (turn === begun.peek() || document.hidden) return
    begun.value = turn
    void first.reload()
  }, [turn])
  return (
    <div class="home">
      <h1>{t('home.title')}</h1>
      <p class="soft">
        {t('home.lead')}
        <br />
        {longDate(second.value * 1000)} · {pick(banglaDate(second.value * 1000))}
      </p>
      <SearchBox />
      <Tiles />
      {first.fault.value && !data && (
        <Problem fault={first.fault.value} retry={() => void first.reload()} />
      )}
      {data ? <Running data={data} /> : !first.fault.value && <Skeleton rows={1} tall />}
      {data && <Strips turn={turn} />}
    </div>
  )
}

function Running({ data }: { data: HomePageQuery }) {
  const cards = useSignal<Card[]>([])
  const featured = data.featuredLot
  useEffect(() => {
    const others = data.running.edges.map(edge => edge.node).filter(lot => lot.id !== featured?.id)
    cards.value = featured ? [featured, ...others] : others
  }, [data])
  useHaats(cards.value, item => {
    cards.value = cardsAfter(cards.peek(), item)
  })
  const [hottest, ...others] = cards.value.length > 0 ? cards.value : featured ? [featured] : []
  const { running, coming, endedToday } = data.haatCounts
  return (
    <>
      <p class="counts">{t('home.counts', { running, coming, ended: endedToday })}</p>
      {hottest ? (
        <section class="featured" aria-label={t('home.hottest')}>
          <h2>{t('home.hottest')}</h2>
          <LotCard lot={hottest} level={3} large />
        </section>
      ) : (
        <Next />
      )}
      {others.length > 0 && (
        <section>
          <h2>{t('home.more')}</h2>
          <ul class="cards">
            {others.slice(0, 3).map(lot => (
              <li key={lot.id}>
                <LotCard lot={lot} level={3} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <a class="button plain" href="/haat">
        {t('home.all')}
      </a>
    </>
  )
}

function Next() {
  const { data } = useQuery(NextLotsDocument, {})
  const lots = data.value?.lots.edges.map(edge => edge.node)
  if (!lots) return <Skeleton rows={1} tall />
  if (lots.length === 0) return <Empty text={t('home.nothing')} />
  return (
    <section>
      <h2>{t('home.none')}</h2>
      <ul class="cards">
        {lots.map(lot => (
          <li key={lot.id}>
            <LotCard lot={lot} level={3} />
          </li>
        ))}
      </ul>
    </section>
  )
}
