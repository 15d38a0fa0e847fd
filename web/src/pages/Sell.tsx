/** Selling: become a verified seller once, write an animal down, have it checked, put it up. */
import './hall.css'
import './sell.css'
import { useEffect } from 'preact/hooks'
import type { SellPageQuery } from '../gql'
import { SellChoicesDocument, SellPageDocument } from '../gql/sell'
import { useAccount } from '../net/account'
import { assisting, DESK } from '../net/assisting'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { navigate } from '../router'
import { draft, write } from '../sell/draft'
import { learn } from '../words/bn'
import { sell as words } from '../words/bn/sell'
import { t } from '../words/i18n'
import type { Props as AnimalsProps } from './sell/Animals'
import type { Props as NewAnimalProps } from './sell/NewAnimal'

learn(words)

// Who may sell has applied; who has not has no animals here.
const Apply = onDemand<Selling>(() => import('./sell/Apply').then(each => each.Apply), 4)
const Animals = onDemand<AnimalsProps>(() => import('./sell/Animals').then(each => each.Animals), 4)
const NewAnimal = onDemand<NewAnimalProps>(
  () => import('./sell/NewAnimal').then(part => part.NewAnimal),
  4,
)

export type Selling = { data: SellPageQuery; reload: () => Promise<void> }

export default function Sell() {
  useEffect(() => {
    document.title = `${t('sell.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('sell.title')}</h1>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('sell.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && (assisting ? <ForSomebody /> : <Signed />)}
    </div>
  )
}

/** An operator writes down the animal of the citizen who sits with him; his other ones are not shown. */
function ForSomebody() {
  const { data, fault, reload } = useQuery(SellChoicesDocument, {})
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={4} />
  if (draft.value) return <NewAnimal choices={data.value} done={async () => navigate(DESK)} />
  return (
    <button type="button" onClick={() => write({})}>
      {t('sell.add')}
    </button>
  )
}

function Signed() {
  const { data, fault, reload } = useQuery(SellPageDocument, {}, { perViewer: true })
  const choices = useQuery(SellChoicesDocument, {})
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void reload()
  })
  const found = data.value
  if (!found || !choices.data.value) {
    const wrong = fault.value ?? choices.fault.value
    return wrong ? <Problem fault={wrong} retry={() => void reload()} /> : <Skeleton rows={4} />
  }
  const selling = { data: found, reload }
  const verified = found.me?.sellerApplication?.state === 'VERIFIED'
  if (!verified) return <Apply {...selling} />
  if (draft.value) return <NewAnimal choices={choices.data.value} done={reload} />
  return (
    <>
      <button type="button" onClick={() => write({ placeId: placeOf(found) })}>
        {t('sell.add')}
      </button>
      <Animals {...selling} choices={choices.data.value} />
    </>
  )
}

function placeOf(found: SellPageQuery): string {
  return found.me?.sellerApplication?.placeId ?? ''
}
