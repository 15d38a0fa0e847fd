/** Animals that several people buy together, and the shares that the viewer has. */
import './hall.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { PoolCardFragment } from '../gql'
import { SharesPageDocument } from '../gql/shares'
import { query } from '../net/client'
import { asFault } from '../net/faults'
import { useQuery } from '../net/load'
import { me } from '../net/session'
import { AnimalPicture } from '../parts/AnimalPicture'
import { Empty } from '../parts/Empty'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { toast } from '../parts/Toast'
import { factsText } from '../parts/Weight'
import { learn } from '../words/bn'
import { shares as words } from '../words/bn/shares'
import { pick, t } from '../words/i18n'
import { money } from '../words/numbers'
import { animalName } from './shares/names'

learn(words)

const MyShares = onDemand(() => import('./shares/MyShares').then(each => each.MyShares))

export default function Shares() {
  const first = useQuery(SharesPageDocument, {})
  const later = useSignal<PoolCardFragment[]>([])
  const next = useSignal<string | null>(null)
  const page = first.data.value?.sharePools
  useEffect(() => {
    document.title = `${t('shares.title')} — ${t('shell.brand')}`
  }, [])
  useEffect(() => {
    later.value = []
    next.value = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  }, [page])

  async function more() {
    try {
      const { sharePools } = await query(SharesPageDocument, { after: next.value })
      later.value = [...later.peek(), ...sharePools.edges.map(({ node }) => node)]
      next.value = sharePools.pageInfo.hasNextPage ? sharePools.pageInfo.endCursor : null
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    }
  }

  const pools = [...(page?.edges.map(({ node }) => node) ?? []), ...later.value]
  return (
    <div class="stack">
      <h1>{t('shares.title')}</h1>
      <p class="soft">{t('shares.lead')}</p>
      {me.value && <MyShares />}
      {first.fault.value && <Problem fault={first.fault.value} retry={() => void first.reload()} />}
      {!page && !first.fault.value && <Skeleton rows={3} tall />}
      {page && pools.length === 0 && <Empty text={t('shares.none')} />}
      <ul class="cards">
        {pools.map(pool => (
          <li key={pool.id}>
            <Card pool={pool} />
          </li>
        ))}
      </ul>
      {next.value && (
        <button type="button" class="plain" onClick={() => void more()}>
          {t('shell.more')}
        </button>
      )}
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
