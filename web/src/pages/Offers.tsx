/** What a provider offers and how he works, for himself to change: services, prices, times, places. */
import './seba.css'
import './offer.css'
import { useEffect } from 'preact/hooks'
import type { OfferPageQuery } from '../gql'
import { OfferPageDocument } from '../gql/offer'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { Opened } from '../parts/Opened'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { learn } from '../words/bn'
import { calendar } from '../words/bn/calendar'
import { desk } from '../words/bn/desk'
import { offer as words } from '../words/bn/offer'
import { seba } from '../words/bn/seba'
import { t } from '../words/i18n'
import { OwnOffer } from './offer/OwnOffer'

learn(calendar)
learn(desk)
learn(seba)
learn(words)

const ServiceForm = onDemand(() => import('./offer/ServiceForm').then(each => each.ServiceForm), 4)
const ProfileForm = onDemand(() => import('./offer/ProfileForm').then(each => each.ProfileForm), 4)
const WeekForm = onDemand(() => import('./offer/Hours').then(each => each.WeekForm), 4)
const SpecialDays = onDemand(() => import('./offer/Hours').then(each => each.SpecialDays), 2)
const AwayForm = onDemand(() => import('./offer/Hours').then(each => each.AwayForm), 2)
const Served = onDemand(() => import('./offer/Served').then(each => each.Served), 2)
const RulesForm = onDemand(() => import('./offer/RulesForm').then(each => each.RulesForm), 4)
const DeskPhotos = onDemand(() => import('./offer/DeskPhotos').then(each => each.DeskPhotos), 1)
const Calendar = onDemand(() => import('./seba/Calendar').then(each => each.Calendar), 1)
const Reviews = onDemand(() => import('./seba/Reviews').then(each => each.Reviews), 2)

export type OwnDesk = NonNullable<OfferPageQuery['myDesk']>
export type Offer = OwnDesk['services'][number]
export type DeskProps = { own: OwnDesk; reload: () => Promise<void> }

export default function Offers() {
  useEffect(() => {
    document.title = `${t('offer.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('offer.title')}</h1>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('desk.signIn')}>
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
  const { data, fault, reload } = useQuery(OfferPageDocument, {}, { perViewer: true })
  if (!data.value) {
    return fault.value ? (
      <Problem fault={fault.value} retry={() => void reload()} />
    ) : (
      <Skeleton rows={4} />
    )
  }
  const own = data.value.myDesk
  if (!own) {
    return (
      <Empty text={t('offer.noDesk')}>
        <a class="button" href="/provider">
          {t('desk.become')}
        </a>
      </Empty>
    )
  }
  return (
    <>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      <p>
        <a href="/provider">← {t('desk.title')}</a>
      </p>
      <section class="stack" aria-label={t('desk.services')}>
        <h2>{t('desk.services')}</h2>
        {own.services.length === 0 && <p class="soft">{t('offer.noServices')}</p>}
        {own.services.map(service => (
          <OwnOffer key={service.id} service={service} own={own} reload={reload} />
        ))}
        <div class="card drawers">
          <Opened
            title={t('offer.add')}
            show={() => (
              <ServiceForm key={own.services.length} own={own} service={null} reload={reload} />
            )}
          />
        </div>
      </section>
      <About own={own} reload={reload} />
    </>
  )
}

function About({ own, reload }: DeskProps) {
  return (
    <section class="stack" aria-label={t('offer.how')}>
      <h2>{t('offer.how')}</h2>
      <div class="card drawers">
        <Opened title={t('offer.profile')} show={() => <ProfileForm own={own} reload={reload} />} />
        <Opened title={t('seba.hours')} show={() => <WeekForm own={own} reload={reload} />} />
        <Opened title={t('offer.days')} show={() => <SpecialDays own={own} reload={reload} />} />
        <Opened title={t('offer.away')} show={() => <AwayForm own={own} reload={reload} />} />
        <Opened title={t('offer.served')} show={() => <Served own={own} reload={reload} />} />
        <Opened title={t('offer.rules')} show={() => <RulesForm own={own} reload={reload} />} />
        <Opened title={t('offer.photos')} show={() => <DeskPhotos own={own} reload={reload} />} />
        <Opened title={t('calendar.title')} show={() => <Calendar ofDesk />} />
        <Opened title={t('seba.reviews')} show={() => <Reviews providerId={own.id} mine />} />
      </div>
    </section>
  )
}
