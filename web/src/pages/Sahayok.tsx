/** Where an operator of a digital center begins to act for a citizen, and sees what was done. */
import { useEffect } from 'preact/hooks'
import { assisting } from '../net/assisting'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { onDemand } from '../parts/onDemand'
import { Skeleton } from '../parts/Skeleton'
import { learn } from '../words/bn'
import { sahayok as words } from '../words/bn/sahayok'
import { t } from '../words/i18n'

learn(words)

const Asking = onDemand(() => import('./sahayok/Asking').then(each => each.Asking))
const Acted = onDemand(() => import('./sahayok/Acted').then(each => each.Acted))
const Now = onDemand(() => import('./sahayok/Now').then(each => each.Now), 3)

export default function Sahayok() {
  useEffect(() => {
    document.title = `${t('sahayok.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('sahayok.title')}</h1>
      {assisting ? <Now /> : <Desk />}
    </div>
  )
}

function Desk() {
  const viewer = me.value
  if (viewer === undefined) return <Skeleton rows={3} />
  if (viewer === null)
    return (
      <Empty text={t('sahayok.notYou')}>
        <button type="button" onClick={() => void requireSignIn()}>
          {t('shell.signIn')}
        </button>
      </Empty>
    )
  if (!viewer.roles.some(held => held.role === 'OPERATOR'))
    return <Empty text={t('sahayok.notYou')} />
  return (
    <>
      <p>{t('sahayok.lead')}</p>
      <Asking />
      <section class="stack">
        <h2>{t('sahayok.past')}</h2>
        <Acted />
      </section>
    </>
  )
}
