/** One need of blood, live: for who asked, with the donors; for a donor, with his own answer. */
import './facts.css'
import './seba.css'
import { useEffect } from 'preact/hooks'
import type { GiverFragment, NeedPageQuery } from '../gql'
import {
  CallNeedOffDocument,
  FollowNeedDocument,
  NeedPageDocument,
  SayNotNowDocument,
  SayWillingDocument,
  SendDonorHomeDocument,
  TakeDonorDocument,
  TakeWordBackDocument,
  WriteDonationDocument,
} from '../gql/blood'
import { useAccount } from '../net/account'
import { type Acting, useActing } from '../net/acting'
import { mutate } from '../net/client'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Asked } from '../parts/Asked'
import { Empty } from '../parts/Empty'
import { Gone } from '../parts/Gone'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { useNews } from '../seba/useNews'
import { learn } from '../words/bn'
import { rokto as words } from '../words/bn/rokto'
import { type Key, t } from '../words/i18n'
import { digits, number } from '../words/numbers'
import { clockTime, longDate } from '../words/time'
import { groupName } from './rokto/groups'
import { spotText } from './seba/words'

learn(words)

type View = NonNullable<NeedPageQuery['bloodRequest']>
type Go = (name: string, what: () => Promise<unknown>) => Promise<boolean>

export default function Need({ params, search }: PageProps) {
  const id = `BloodRequest:${params.n}`
  const page = useQuery(NeedPageDocument, { id }, { perViewer: true })
  const need = page.data.value?.bloodRequest
  useNews(FollowNeedDocument, { requestId: id }, need?.mine ? need.id : null, () => {
    void page.reload()
  })
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void page.reload()
  })
  useEffect(() => {
    document.title = `${t('rokto.title')} — ${t('shell.brand')}`
  }, [])
  if (me.value === null) {
    return (
      <div class="stack">
        <h1>{t('rokto.title')}</h1>
        <Empty text={t('rokto.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      </div>
    )
  }
  if (page.data.value && !need && !page.loading.value)
    return <Gone params={params} search={search} />
  return (
    <div class="stack">
      <h1>
        {need
          ? t('rokto.need', { group: groupName(need.group), n: number(need.units) })
          : t('rokto.title')}
      </h1>
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {need ? <Shown need={need} reload={page.reload} /> : <Skeleton rows={5} />}
    </div>
  )
}

function Shown({ need, reload }: { need: View; reload: () => Promise<void> }) {
  const acting = useActing()
  const go: Go = async (name, what) => {
    const went = await acting.act(`${name} ${need.id}`, what)
    await reload()
    return went
  }
  const where = [need.hospital, need.place && spotText(need.place)].filter(Boolean).join(', ')
  return (
    <>
      <section class="card stack" aria-live="polite">
        <p>
          <strong>{t(`rokto.state_${need.state}` as Key)}</strong>
        </p>
        <p>{where}</p>
        <p>{t('rokto.by', { day: longDate(need.neededBy), time: clockTime(need.neededBy) })}</p>
        {need.note && <p class="soft">{need.note}</p>}
        <p>
          {t('rokto.counts', {
            confirmed: number(need.confirmed),
            given: number(need.given),
            units: number(need.units),
          })}
        </p>
        {need.mine && (
          <p class="soft">
            {t(need.exhausted ? 'rokto.exhausted' : 'rokto.rings', { n: number(need.rings) })}
          </p>
        )}
        {acting.wrong.value && (
          <p class="notice bad" role="alert">
            {acting.wrong.value}
          </p>
        )}
        {need.myOffer && <OwnOffer offer={need.myOffer} busy={acting.busy} go={go} />}
        {need.mine && need.allowedTransitions.includes('CANCEL') && (
          <div class="row">
            <Asked
              label={t('rokto.callOff')}
              note={t('rokto.callOffNote')}
              yes={t('rokto.sure')}
              deed={() =>
                go('call off', async () => {
                  const variables = { requestId: need.id }
                  return (await mutate(CallNeedOffDocument, variables)).cancelBloodRequest
                })
              }
            />
          </div>
        )}
      </section>
      {need.mine && <Donors offers={need.offers} busy={acting.busy} go={go} />}
    </>
  )
}

type OwnProps = { offer: GiverFragment; busy: Acting['busy']; go: Go }

function OwnOffer({ offer, busy, go }: OwnProps) {
  const { id: donationOfferId, allowedTransitions: moves } = offer
  return (
    <div class="stack">
      <p>
        <strong>{t(`rokto.offer_${offer.state}` as Key)}</strong>
      </p>
      {offer.phone && <Phone offer={offer} />}
      <div class="row">
        {moves.includes('OFFER') && (
          <button
            type="button"
            disabled={busy.value}
            onClick={() =>
              void go('willing', async () => {
                return (await mutate(SayWillingDocument, { donationOfferId })).offerToGive
              })
            }
          >
            {t('rokto.willing')}
          </button>
        )}
        {moves.includes('DECLINE') && (
          <button
            type="button"
            class="plain"
            disabled={busy.value}
            onClick={() =>
              void go('not now', async () => {
                return (await mutate(SayNotNowDocument, { donationOfferId })).declineToGive
              })
            }
          >
            {t('rokto.notNow')}
          </button>
        )}
        {moves.includes('WITHDRAW') && (
          <Asked
            label={t('rokto.withdraw')}
            note={t('rokto.withdrawNote')}
            yes={t('rokto.sure')}
            deed={() =>
              go('withdraw', async () => {
                return (await mutate(TakeWordBackDocument, { donationOfferId })).withdrawDonation
              })
            }
          />
        )}
      </div>
    </div>
  )
}

function Phone({ offer }: { offer: GiverFragment }) {
  return (
    <p>
      {offer.name}{' '}
      <a class="button plain" href={`tel:${offer.phone}`}>
        {t('rokto.ring', { n: digits(offer.phone ?? '') })}
      </a>
    </p>
  )
}

type DonorsProps = { offers: GiverFragment[]; busy: Acting['busy']; go: Go }

function Donors({ offers, busy, go }: DonorsProps) {
  return (
    <section aria-label={t('rokto.donors')} aria-live="polite">
      <h2>{t('rokto.donors')}</h2>
      {offers.length === 0 && <p class="soft">{t('rokto.noDonors')}</p>}
      <ul class="lines">
        {offers.map(offer => (
          <li key={offer.id} class="card stack">
            <p>
              <strong>{groupName(offer.group)}</strong> · {t(`rokto.offer_${offer.state}` as Key)}
              {offer.place && ` · ${spotText(offer.place)}`}
            </p>
            {offer.phone && <Phone offer={offer} />}
            <DonorMoves offer={offer} busy={busy} go={go} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function DonorMoves({ offer, busy, go }: OwnProps) {
  const { id: donationOfferId, allowedTransitions: moves } = offer
  return (
    <div class="row">
      {moves.includes('CONFIRM') && (
        <button
          type="button"
          disabled={busy.value}
          onClick={() =>
            void go(`take ${donationOfferId}`, async () => {
              return (await mutate(TakeDonorDocument, { donationOfferId })).confirmDonor
            })
          }
        >
          {t('rokto.take')}
        </button>
      )}
      {moves.includes('DONATE') && (
        <Asked
          plain={false}
          label={t('rokto.gave')}
          note={t('rokto.gaveNote')}
          yes={t('rokto.sure')}
          deed={() =>
            go(`gave ${donationOfferId}`, async () => {
              return (await mutate(WriteDonationDocument, { donationOfferId })).recordDonation
            })
          }
        />
      )}
      {moves.includes('DEFER') && (
        <Asked
          label={t('rokto.defer')}
          field={t('rokto.deferWhy')}
          yes={t('rokto.sure')}
          deed={reason =>
            go(`defer ${donationOfferId}`, async () => {
              const variables = { donationOfferId, reason }
              return (await mutate(SendDonorHomeDocument, variables)).deferDonor
            })
          }
        />
      )}
    </div>
  )
}
