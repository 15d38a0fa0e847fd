/** What the viewer has to pay and has paid, with the way to pay what is open. */
import { MyPaymentsDocument } from '../../gql/taka'
import { usePages } from '../../net/pages'
import { More } from '../../parts/More'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { Problem } from '../../parts/Problem'
import { type Key, t } from '../../words/i18n'
import { money } from '../../words/numbers'
import { longDate } from '../../words/time'

const PayBox = onDemand(() => import('../../parts/PayBox').then(each => each.PayBox))
// A deposit or an order in cash is paid where it is told of; these are paid by their sum alone.
const BY_HAND = new Set(['orders.delivery'])

export function Payments() {
  const page = usePages(MyPaymentsDocument, {}, data => data.myPayments, { perViewer: true })
  return (
    <section class="card stack" aria-label={t('taka.paid')}>
      <h2>{t('taka.paid')}</h2>
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {page.edges?.length === 0 && <p class="soft">{t('taka.nonePaid')}</p>}
      <ul class="lines">
        {page.edges?.map(({ node: one }) => (
          <li key={one.id}>
            <p>
              <strong>{t(`taka.for_${one.purpose}` as Key)}</strong> · {t(`taka.pays_${one.state}`)}{' '}
              · {longDate(one.createdAt)}
            </p>
            <p class="money soft">
              {t('taka.ofWhole', { due: money(one.due), paid: money(one.paid) })}
            </p>
            {one.state === 'OPEN' && !BY_HAND.has(one.purpose) && (
              <Opened title={t('taka.payNow')} show={() => <PayBox bill={one} />} />
            )}
          </li>
        ))}
      </ul>
      <More more={page.more} />
    </section>
  )
}
