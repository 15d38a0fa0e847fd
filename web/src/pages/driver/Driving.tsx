/** The trips that a driver drives or has driven, with what each came to. */
import { MyDrivingDocument } from '../../gql/enlist'
import { usePages } from '../../net/pages'
import { More } from '../../parts/More'
import { Problem } from '../../parts/Problem'
import { type Key, t } from '../../words/i18n'
import { money, number } from '../../words/numbers'
import { clockTime, longDate } from '../../words/time'

export function Driving() {
  const page = usePages(MyDrivingDocument, {}, data => data.myDriving, { perViewer: true })
  return (
    <div class="stack">
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {page.edges?.length === 0 && <p class="soft">{t('enlist.noDriving')}</p>}
      <ul class="lines">
        {page.edges?.map(({ node: one }) => {
          const at = one.endedAt ?? one.scheduledFor ?? one.requestedAt
          return (
            <li key={one.id}>
              <p>
                <strong>{t(`trip.state_${one.state}` as Key)}</strong>{' '}
                <span class="money">{money(one.fare)}</span>
                {one.travelledM !== null &&
                  ` · ${t('enlist.km', { km: number(one.travelledM / 1000, 1) })}`}
              </p>
              <p class="soft">
                {longDate(at)}, {clockTime(at)}
                {[one.pickupNote, one.dropNote].filter(Boolean).map(note => ` · ${note}`)}
              </p>
            </li>
          )
        })}
      </ul>
      <More more={page.more} />
    </div>
  )
}
