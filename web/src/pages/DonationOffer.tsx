/** Where a donor is led who was asked: to the request, or to how it ended. */
import { useEffect } from 'preact/hooks'
import { DonationOfferPageDocument } from '../gql/blood'
import { useQuery } from '../net/load'
import { me, requireSignIn } from '../net/session'
import { Empty } from '../parts/Empty'
import { Gone } from '../parts/Gone'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { navigate, type PageProps } from '../router'
import { learn } from '../words/bn'
import { rokto as words } from '../words/bn/rokto'
import { t } from '../words/i18n'
import { longDate } from '../words/time'

learn(words)

export default function DonationOffer({ params, search }: PageProps) {
  const id = `DonationOffer:${params.n}`
  const page = useQuery(DonationOfferPageDocument, { id }, { perViewer: true })
  const offer = page.data.value?.donationOffer
  const request = offer?.request?.id
  useEffect(() => {
    document.title = `${t('rokto.call')} — ${t('shell.brand')}`
    if (request) navigate(`/rokto/${request.replace('BloodRequest:', '')}`, { replace: true })
  }, [request])
  if (me.value && page.data.value && !offer && !page.loading.value)
    return <Gone params={params} search={search} />
  return (
    <div class="stack">
      <h1>{t('rokto.call')}</h1>
      {me.value === null && (
        <Empty text={t('rokto.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {page.fault.value && <Problem fault={page.fault.value} retry={() => void page.reload()} />}
      {me.value && !offer && !page.fault.value && <Skeleton rows={3} />}
      {offer && (
        <section class="card stack">
          <p>
            <strong>{t(`rokto.offer_${offer.state}`)}</strong> {offer.reason}
          </p>
          <p class="soft">{t('rokto.invited', { day: longDate(offer.invitedAt) })}</p>
          <p>
            <a href="/rokto">{t('rokto.title')}</a>
          </p>
        </section>
      )}
    </div>
  )
}
