/** Animals that several people buy together, and the shares that the viewer has. */
import './hall.css'
import { useEffect } from 'preact/hooks'
import type { PoolCardFragment } from '../gql'
import { SharesPageDocument } from '../gql/shares'
import { usePages } from '../net/pages'
import { me } from '../net/session'
import { AnimalPicture } from '../parts/AnimalPicture'
import { Empty } from '../parts/Empty'
import { More } from '../parts/More'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { factsText } from '../parts/Weight'
import { learn } from '../words/bn'
import { shares as words } from '../words/bn/shares'
import { t } from '../words/i18n'
import { money } from '../words/numbers'
import { animalName } from './shares/names'

learn(words)

const MyShares = onDemand(() => import('./shares/MyShares').then(each => each.MyShares))

export default function Shares() {
  const page = usePages(SharesPageDocument, {}, data => data.sharePools)
  useEffect(() => {
    document.title = `${t('shares.title')} — ${t('shell.brand')}`
  }, [])
  const pools = page.edges?.map(({ node }) => node) ?? []
  return (
    <div class="stack">
      <h1>{t('shares.title')}</h1>
      <p class="soft">{t('shares.lead')}</p>
      {me.value && <MyShares />}
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {!page.edges && !page.fault && <Skeleton rows={3} tall />}
      {page.edges && pools.length === 0 && <Empty text={t('shares.none')} />}
      <ul class="cards">
        {pools.map(pool => (
          <li key={pool.id}>
            <Card pool={pool} />
          </li>
        ))}
      </ul>
      <More more={page.more} />
    </div>
  )
}

function Card({ pool }: { pool: PoolCardFragment }) {
  const { animal } = pool
  return (
    <article class="card lot-card">
      <AnimalPicture
        species={animal.species.slug}
        sex={animal.sex.slug}
        coat={animal.coatColor}
        alt={animalName(animal)}
        photo={animal.photo}
      />
      <h2 class="card-title">
        <a href={`/haat/shares/${pool.id.replace('SharePool:', '')}`}>{animalName(animal)}</a>
      </h2>
      <p class="facts">{factsText(animal)}</p>
      <div class="card-foot">
        <p>
          <span class="label">{t('shares.left', { left: pool.left, parts: pool.parts })}</span>
          <b class="price money">{t('shares.each', { amount: money(pool.share) })}</b>
        </p>
      </div>
    </article>
  )
}
