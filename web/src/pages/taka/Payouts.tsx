/** What was sent to the viewer, and what is on its way. */
import { MyPayoutsDocument } from '../../gql/taka'
import { usePages } from '../../net/pages'
import { More } from '../../parts/More'
import { Problem } from '../../parts/Problem'
import { t } from '../../words/i18n'
import { money } from '../../words/numbers'
import { longDate } from '../../words/time'
import { PlaceText } from './Places'

export function Payouts({ shopId }: { shopId: string | null }) {
  const page = usePages(MyPayoutsDocument, {}, data => data.myPayouts, { perViewer: true })
  const all = page.edges?.filter(({ node }) => node.account.shopId === shopId)
  return (
    <section class="card stack" aria-label={t('taka.sent')}>
      <h2>{t('taka.sent')}</h2>
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {all?.length === 0 && <p class="soft">{t('taka.noneSent')}</p>}
      <ul class="lines">
        {all?.map(({ node: one }) => (
          <li key={one.id}>
            <p>
              <strong class="money">{money(one.amount)}</strong> · {t(`taka.pay_${one.state}`)} ·{' '}
              {longDate(one.settledAt ?? one.cutAt)}
              {one.fee > 0 && ` · ${t('taka.fee', { amount: money(one.fee) })}`}
            </p>
            <p class="soft">
              <PlaceText place={one.account} />
              {one.reference && (
                <>
                  {' '}
                  · {t('taka.reference')} <span lang="en">{one.reference}</span>
                </>
              )}
              {one.failure && ` · ${one.failure}`}
            </p>
          </li>
        ))}
      </ul>
      <More more={page.more} />
    </section>
  )
}
