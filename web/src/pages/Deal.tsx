/** A sale from the handshake to the receipt, as its buyer, its seller and an officer see it. */
import './facts.css'
import './deal.css'
import { useEffect } from 'preact/hooks'
import type { DealPageQuery, DealViewFragment } from '../gql'
import { DealPageDocument } from '../gql/deal'
import { useAccount } from '../net/account'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { AnimalPicture } from '../parts/AnimalPicture'
import { ComplainLink } from '../parts/ComplainLink'
import { Countdown } from '../parts/Countdown'
import { Empty } from '../parts/Empty'
import { Gone } from '../parts/Gone'
import { Opened } from '../parts/Opened'
import { onDemand } from '../parts/onDemand'
import { PayBox } from '../parts/PayBox'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { factsText } from '../parts/Weight'
import type { PageProps } from '../router'
import { learn } from '../words/bn'
import { deal as words } from '../words/bn/deal'
import { type Key, pick, t } from '../words/i18n'
import { digits, money } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { Way } from './deal/Way'

learn(words)

const Steps = onDemand<Part>(() => import('./deal/Steps').then(each => each.Steps), 1)
const OfficersPart = onDemand(() => import('./deal/OfficersPart').then(each => each.OfficersPart))
const Overcharge = onDemand(() => import('./deal/Overcharge').then(each => each.Overcharge))
const Proofs = onDemand(() => import('./deal/Proofs').then(each => each.Proofs))
const AnswerWeight = onDemand(() => import('./deal/AnswerWeight').then(each => each.AnswerWeight))
const Receipt = onDemand(() => import('./deal/Receipt').then(each => each.Receipt))
// Who buys has nothing to show before the animal is his.
const NO_PROOF = new Set(['AWAITING_PAYMENT', 'OFFERED', 'DECLINED', 'EXPIRED', 'DEFAULTED'])

// Nobody is charged at a haat before there is something to fetch.
const CHARGED = new Set(['PAID', 'HANDED_OVER', 'DISPUTED', 'COMPLETED'])

export type View = DealViewFragment
export type Part = { deal: View; reload: () => Promise<void> }

export default function Deal({ params, search }: PageProps) {
  const id = `Deal:${params.n}`
  const page = useQuery(DealPageDocument, { id }, { perViewer: true })
  const found = page.data.value
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void page.reload()
  })
  useEffect(() => {
    document.title = `${t('deal.title')} — ${t('shell.brand')}`
  }, [])
  if (me.value === null) {
    return (
      <div class="stack">
        <h1>{t('deal.title')}</h1>
        <Empty text={t('deal.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      </div>
    )
  }
  if (found && !found.deal && !page.loading.value) return <Gone params={params} search={search} />
  return (
    <div class="stack deal">
      <h1>{found?.deal ? nameOf(found.deal.animal) : t('deal.title')}</h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {found?.deal ? (
        <Shown deal={found.deal} receipt={found.receipt} reload={page.reload} />
      ) : (
        <Skeleton rows={5} tall />
      )}
    </div>
  )
}

export function nameOf({ name, breed, sex }: View['animal']): string {
  const kind = pick({ bn: `${breed.nameBn} ${sex.nameBn}`, en: `${breed.nameEn} ${sex.nameEn}` })
  return name || kind
}

type ShownProps = Part & { receipt: DealPageQuery['receipt'] }

function Shown({ deal, receipt, reload }: ShownProps) {
  const { state, payment, selling, buying } = deal
  return (
    <>
      <Standing deal={deal} reload={reload} />
      {receipt && <Receipt receipt={receipt} />}
      {payment && state !== 'OFFERED' && <PayBox bill={payment} none={t('pay.none')} />}
      <Sums deal={deal} />
      {!NO_PROOF.has(state) && <Proofs deal={deal} reload={reload} />}
      <Way deal={deal} reload={reload} />
      {(buying || selling) && CHARGED.has(state) && (
        <Opened title={t('deal.overcharge')} show={() => <Overcharge deal={deal} />} />
      )}
      {!buying && !selling && <OfficersPart deal={deal} reload={reload} />}
      {(buying || selling) && (
        <ComplainLink kind="HAAT" of="deal" n={deal.id.replace('Deal:', '')} />
      )}
    </>
  )
}

/** How it stands now, and what can be done about it. */
function Standing({ deal, reload }: Part) {
  const { state, animal, handoverCode, payBy, completeBy, selling } = deal
  const ends: [Key, string | null] =
    state === 'HANDED_OVER'
      ? ['deal.objectLeft', completeBy]
      : [state === 'OFFERED' ? 'deal.offerLeft' : 'deal.left', payBy]
  const runs = ['AWAITING_PAYMENT', 'OFFERED', 'HANDED_OVER'].includes(state)
  return (
    <section class="card stack standing" aria-live="polite">
      <div class="own-animal">
        <AnimalPicture
          species={animal.species.slug}
          sex={animal.sex.slug}
          coat={animal.coatColor}
          alt={nameOf(animal)}
          photo={animal.photo}
        />
        <div>
          <p>
            <strong>{t(`deal.${state}` as Key)}</strong>
          </p>
          <p class="soft">{factsText(animal)}</p>
          {runs && ends[1] && (
            <p>
              {t(ends[0])} <Countdown until={ends[1]} label={t(ends[0])} />
            </p>
          )}
        </div>
      </div>
      {handoverCode && state === 'PAID' && (
        <div>
          <p>{t('deal.code')}</p>
          <p class="code">{digits(handoverCode)}</p>
        </div>
      )}
      {selling && state === 'AWAITING_PAYMENT' && <p class="notice">{t('deal.waitsForPay')}</p>}
      {deal.weightAsked && <AnswerWeight deal={deal} reload={reload} />}
      {deal.allowedMoves.length > 0 && <Steps deal={deal} reload={reload} />}
    </section>
  )
}

function Sums({ deal }: { deal: View }) {
  const { amount, hasil, deposit, animal } = deal
  const sums: [Key, number][] = [
    ['deal.price', amount],
    ['deal.hasil', hasil],
    ['deal.deposit', -deposit],
  ]
  const moments: [Key, string | null][] = [
    ['deal.bought', deal.madeAt],
    ['deal.paidAt', deal.paidAt],
    ['deal.handedAt', deal.handedOverAt],
  ]
  return (
    <section class="card" aria-label={t('deal.sums')}>
      <h2>{t('deal.sums')}</h2>
      <dl class="week">
        {sums.map(
          ([key, sum]) =>
            sum !== 0 && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd class="money">{money(sum)}</dd>
              </div>
            ),
        )}
        <dt>{t('deal.toPay')}</dt>
        <dd class="money">
          <strong>{money(amount + hasil - deposit)}</strong>
        </dd>
        <dt>{t('deal.seller')}</dt>
        <dd>{deal.sellerName}</dd>
        <dt>{t('deal.buyer')}</dt>
        <dd>{deal.buyerName}</dd>
        {animal.tags.length > 0 && <dt>{t('deal.tag')}</dt>}
        {animal.tags.length > 0 && (
          <dd lang="en">{animal.tags.map(tag => tag.value).join(', ')}</dd>
        )}
        {moments.map(
          ([key, at]) =>
            at && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>
                  {longDate(at)}, {clockTime(at)}
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
