/** A sitting by numbers, live: "now 12, yours 17" to whoever waits, and the next to who serves. */
import './facts.css'
import './seba.css'
import { useEffect } from 'preact/hooks'
import type { NumberFragment, SittingPageQuery } from '../gql'
import {
  BeginSittingDocument,
  CallNextDocument,
  CallSittingOffDocument,
  EndSittingDocument,
  FollowSittingDocument,
  LeaveNumberDocument,
  SittingPageDocument,
  SkipNumberDocument,
  TakeNumberBackDocument,
  TakeNumberDocument,
} from '../gql/sitting'
import { useActing } from '../net/acting'
import { mutate } from '../net/client'
import { follow, type StreamItem } from '../net/live'
import { useQuery } from '../net/load'
import { Asked } from '../parts/Asked'
import { Gone } from '../parts/Gone'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { learn } from '../words/bn'
import { seba } from '../words/bn/seba'
import { sitting as words } from '../words/bn/sitting'
import { type Key, t, titleOf } from '../words/i18n'
import { money, number } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { spotText } from './seba/words'

learn(seba)
learn(words)

type View = NonNullable<SittingPageQuery['sitting']>
type Go = (name: string, what: (key: string) => Promise<unknown>) => Promise<boolean>
type Part = { sitting: View; busy: boolean; go: Go }

export default function Sitting({ params, search }: PageProps) {
  const id = `Sitting:${params.n}`
  const page = useQuery(SittingPageDocument, { id }, { perViewer: true })
  const sitting = page.data.value?.sitting
  const { wrong, busy, act } = useActing()
  const found = Boolean(sitting)
  useEffect(() => {
    if (!found) return
    return follow<unknown, { sittingId: string }, StreamItem>({
      document: FollowSittingDocument,
      variables: { sittingId: id },
      place: null,
      apply: item => {
        if (!item.__typename.endsWith('Snapshot')) void page.reload()
      },
    })
  }, [found, id])
  useEffect(() => {
    if (sitting) document.title = `${sitting.provider.name} — ${t('shell.brand')}`
  }, [sitting])
  if (page.data.value && !sitting && !page.loading.value)
    return <Gone params={params} search={search} />
  const go: Go = async (name, what) => {
    const went = await act(`${name} ${id}`, what)
    await page.reload()
    return went
  }
  return (
    <div class="stack">
      <h1>{sitting ? titleOf(sitting.service) : t('sitting.title')}</h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {sitting ? <Shown sitting={sitting} busy={busy.value} go={go} /> : <Skeleton rows={4} />}
    </div>
  )
}

function Shown({ sitting, busy, go }: Part) {
  const { provider, startsAt, finishesAt, capacity, taken, price } = sitting
  return (
    <>
      <section class="card stack">
        <p>
          <a href={`/seba/${provider.id.replace('Provider:', '')}`}>{provider.name}</a>
          <span class="soft"> · {spotText(provider.place)}</span>
        </p>
        <p>
          {longDate(startsAt)}, {clockTime(startsAt)} – {clockTime(finishesAt)} ·{' '}
          <span class="money">{money(price)}</span>
        </p>
        <p class="soft">
          {t(`sitting.state_${sitting.state}` as Key)} ·{' '}
          {t('sitting.taken', { taken: number(taken), capacity: number(capacity) })}
        </p>
        <p class="now" role="status">
          {t('sitting.now')} <strong class="code">{number(sitting.nowServing)}</strong>
        </p>
      </section>
      {provider.mine ? (
        <Desk sitting={sitting} busy={busy} go={go} />
      ) : (
        <Mine sitting={sitting} busy={busy} go={go} />
      )}
    </>
  )
}

/** The viewer's own number: how many are before it, and about when its turn comes. */
function Mine({ sitting, busy, go }: Part) {
  const own = sitting.mySerial
  const holds = own && own.state !== 'LEFT'
  if (!holds) {
    const open = sitting.state === 'PLANNED' || sitting.state === 'OPEN'
    if (!open) return null
    return (
      <button
        type="button"
        disabled={busy || sitting.taken >= sitting.capacity}
        onClick={() =>
          void go('take', async key => {
            return (await mutate(TakeNumberDocument, { sittingId: sitting.id, key })).takeSerial
          })
        }
      >
        {t(sitting.taken >= sitting.capacity ? 'sitting.full' : 'sitting.take')}
      </button>
    )
  }
  return (
    <section class="card stack" aria-live="polite">
      <p>
        {t('sitting.yours')} <strong class="code">{number(own.number)}</strong>
      </p>
      <p>
        <strong>{t(`sitting.serial_${own.state}` as Key)}</strong>
        {own.state === 'WAITING' && ` · ${t('sitting.ahead', { n: number(own.ahead) })}`}
        {own.expectedAt && ` · ${t('sitting.about', { time: clockTime(own.expectedAt) })}`}
      </p>
      {own.state === 'WAITING' && (
        <div class="row">
          <Asked
            label={t('sitting.leave')}
            yes={t('sitting.sure')}
            deed={() =>
              go('leave', async () => {
                return (await mutate(LeaveNumberDocument, { serialId: own.id })).leaveSerial
              })
            }
          />
        </div>
      )}
    </section>
  )
}

/** Who serves: begin, the next number, who did not come, and the end. */
function Desk({ sitting, busy, go }: Part) {
  const { id: sittingId, state, line } = sitting
  return (
    <section class="card stack" aria-label={t('sitting.line')}>
      <div class="row">
        {state === 'PLANNED' && (
          <button
            type="button"
            disabled={busy}
            onClick={() =>
              void go('begin', async () => {
                return (await mutate(BeginSittingDocument, { sittingId })).beginSitting
              })
            }
          >
            {t('sitting.begin')}
          </button>
        )}
        {state === 'OPEN' && (
          <button
            type="button"
            disabled={busy}
            onClick={() =>
              void go(`next ${sitting.nowServing}`, async () => {
                return (await mutate(CallNextDocument, { sittingId })).callNext
              })
            }
          >
            {t('sitting.next')}
          </button>
        )}
        {state === 'OPEN' && (
          <Asked
            label={t('sitting.end')}
            note={t('sitting.endNote')}
            yes={t('sitting.sure')}
            deed={() =>
              go('end', async () => {
                return (await mutate(EndSittingDocument, { sittingId })).endSitting
              })
            }
          />
        )}
        {state === 'PLANNED' && (
          <Asked
            label={t('sitting.callOff')}
            note={t('sitting.endNote')}
            yes={t('sitting.sure')}
            deed={() =>
              go('call off', async () => {
                return (await mutate(CallSittingOffDocument, { sittingId })).callOffSitting
              })
            }
          />
        )}
      </div>
      <h2>{t('sitting.line')}</h2>
      {line.length === 0 && <p class="soft">{t('sitting.nobody')}</p>}
      <ul class="lines">
        {line.map(one => (
          <li key={one.id} class="row">
            <strong>{number(one.number)}</strong> {one.citizenName}
            <span class="soft">{t(`sitting.serial_${one.state}` as Key)}</span>
            <Passed one={one} busy={busy} go={go} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Passed({ one, busy, go }: { one: NumberFragment; busy: boolean; go: Go }) {
  const { id: serialId, state } = one
  if (state === 'CALLED') {
    return (
      <button
        type="button"
        class="plain"
        disabled={busy}
        onClick={() =>
          void go(`skip ${serialId}`, async () => {
            return (await mutate(SkipNumberDocument, { serialId })).skipSerial
          })
        }
      >
        {t('sitting.skip')}
      </button>
    )
  }
  if (state !== 'SKIPPED') return null
  return (
    <button
      type="button"
      class="plain"
      disabled={busy}
      onClick={() =>
        void go(`back ${serialId}`, async () => {
          return (await mutate(TakeNumberBackDocument, { serialId })).takeBackSerial
        })
      }
    >
      {t('sitting.takeBack')}
    </button>
  )
}
