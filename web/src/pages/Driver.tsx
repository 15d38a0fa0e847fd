/** The driver's phone: to work and home, the offer that rings, the trip, and positions while at work. */
import './facts.css'
import './trip.css'
import { useEffect } from 'preact/hooks'
import { DriverPageDocument, FollowDriverDocument } from '../gql/driver'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { useNews } from '../seba/useNews'
import { learn } from '../words/bn'
import { trip as words } from '../words/bn/trip'
import { t } from '../words/i18n'
import type { Props as DutyProps } from './driver/OnDuty'

learn(words)

const OnDuty = onDemand<DutyProps>(() => import('./driver/OnDuty').then(each => each.OnDuty), 4)
const Enlist = onDemand(() => import('./driver/Enlist').then(each => each.Enlist), 4)
const Kept = onDemand(() => import('./driver/Enlist').then(each => each.Kept))

export default function Driver() {
  useEffect(() => {
    document.title = `${t('trip.driver')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('trip.driver')}</h1>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('trip.driverSignIn')}>
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
  const { data, fault, reload } = useQuery(DriverPageDocument, {}, { perViewer: true })
  const own = data.value?.myDriver
  useNews(FollowDriverDocument, {}, own?.id, () => void reload())
  if (!data.value) {
    return fault.value ? (
      <Problem fault={fault.value} retry={() => void reload()} />
    ) : (
      <Skeleton rows={4} />
    )
  }
  if (own?.state !== 'VERIFIED') return <Enlist after={reload} />
  return (
    <>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      <OnDuty own={own} reload={reload} />
      <Kept after={reload} />
    </>
  )
}
