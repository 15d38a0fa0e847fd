/** One animal in shares: how many are left, taking one, paying it, and what it weighed. */
import './hall.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { PoolPageQuery } from '../gql'
import { FollowPoolDocument, KeepShareDocument, PoolPageDocument } from '../gql/shares'
import { useActing } from '../net/acting'
import { mutate } from '../net/client'
import { follow, type StreamItem } from '../net/live'
import { useQuery } from '../net/load'
import { decides } from '../net/officers'
import { me } from '../net/session'
import { AnimalPicture } from '../parts/AnimalPicture'
import { Gone } from '../parts/Gone'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { factsText } from '../parts/Weight'
import type { PageProps } from '../router'
import { learn } from '../words/bn'
import { shares as words } from '../words/bn/shares'
import { pick, t } from '../words/i18n'
import { money } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { animalName } from './shares/names'

learn(words)

const MyShares = onDemand(() => import('./shares/MyShares').then(each => each.MyShares))
const CallOff = onDemand(() => import('./shares/CallOff').then(each => each.CallOff))
const Divide = onDemand(() => import('./shares/Divide').then(each => each.Divide))

const OVER = new Set(['SETTLED', 'MERGED', 'CANCELED'])

type Pool = NonNullable<PoolPageQuery['sharePool']>
type Moving = Pick<Pool, 'state' | 'left' | 'dueAt' | 'reason'>
type Told = StreamItem & (Moving | { pool: Moving })
type Shown = { pool: Pool; reload: () => Promise<void> }

export default function PoolPage({ params, search }: PageProps) {
  const page = useQuery(PoolPageDocument, { id: `SharePool:${params.n}` }, { perViewer: true })
  const pool = page.data.value?.sharePool
  const title = pool ? animalName(pool.animal) : t('shares.title')
  useEffect(() => {
    if (!pool) return
    return follow({
      document: FollowPoolDocument,
      variables: { poolId: pool.id },
      place: null,
      apply: (item: Told) => {
        const known = page.data.value?.sharePool
        const { state, left, dueAt, reason } = 'pool' in item ? item.pool : item
        if (known) page.data.value = { sharePool: { ...known, state, left, dueAt, reason } }
      },
    })
  }, [pool?.id])
  useEffect(() => {
    document.title = `${title} — ${t('shell.brand')}`
  }, [title])
  if (page.data.value && !pool && !page.loading.value)
    return <Gone params={params} search={search} />
  return (
    <div class="stack">
      {!pool && <h1>{title}</h1>}
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {pool ? <Whole pool={pool} reload={page.reload} /> : <Skeleton rows={4} tall />}
    </div>
  )
}

function Whole({ pool, reload }: Shown) {
  const { id, animal, haat, dueAt, state } = pool
  // What somebody has is asked for anew when he took one more, not when another did.
  const taken = useSignal(0)
  const takenOne = async () => {
    taken.value++
    await reload()
  }
  return (
    <>
      <section class="sale" aria-live="polite">
        <AnimalPicture
          species={animal.species.slug}
          sex={animal.sex.slug}
          coat={animal.coatColor}
          alt={animalName(animal)}
          photo={animal.photo}
          large
        />
        <div class="sale-main">
          <h1>{animalName(animal)}</h1>
          <p class="facts">{factsText(animal)}</p>
          <p class="soft">
            {animal.sellerName} · {pick({ bn: haat.nameBn, en: haat.nameEn })}
          </p>
          <p class="price money">{t('shares.each', { amount: money(pool.share) })}</p>
          <p>
            <strong>{t(`shares.state_${state}`)}</strong> {pool.reason}
          </p>
          <p>{t('shares.left', { left: pool.left, parts: pool.parts })}</p>
          <progress
            value={pool.parts - pool.left}
            max={pool.parts}
            aria-label={t('shares.slots')}
          />
          {state === 'OPEN' && dueAt && (
            <>
              <p>{t('shares.until', { day: longDate(dueAt), time: clockTime(dueAt) })}</p>
              <p class="soft">{t(`shares.short_${pool.onShortfall}`)}</p>
            </>
          )}
          {state === 'OPEN' && !pool.mine && pool.left > 0 && (
            <Take pool={pool} reload={takenOne} />
          )}
        </div>
      </section>
      {me.value && <MyShares key={taken.value} poolId={id} moved={reload} />}
      {pool.mine && state === 'FULL' && <Divide poolId={id} parts={pool.parts} reload={reload} />}
      {decides(me.value) && !OVER.has(state) && !pool.mine && (
        <CallOff poolId={id} reload={reload} />
      )}
      <p>
        <a href="/haat/shares">{t('shares.all')}</a>
      </p>
    </>
  )
}

function Take({ pool, reload }: Shown) {
  const { wrong, busy, act } = useActing()

  async function take() {
    await act(`share ${pool.id}`, async key => {
      return (await mutate(KeepShareDocument, { poolId: pool.id, key })).holdShare
    })
    await reload()
  }

  return (
    <>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="button" disabled={busy.value} onClick={() => void take()}>
        {t('shares.take')}
      </button>
    </>
  )
}
