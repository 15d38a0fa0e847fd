/** Assistances, the newest first: those of an operator, or those of a citizen, who may stop one. */
import { EndAssistanceDocument } from '../../gql/assistance'
import { MyAssistancesDocument } from '../../gql/assisting'
import { mutate } from '../../net/client'
import { usePages } from '../../net/pages'
import { me } from '../../net/session'
import { More } from '../../parts/More'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { Steps } from '../../parts/Steps'
import { learn } from '../../words/bn'
import { sahayok as words } from '../../words/bn/sahayok'
import { t } from '../../words/i18n'
import { longDate } from '../../words/time'
import { Deeds } from './Deeds'

learn(words)

/** `forMe`: as the citizen for whom others acted. */
export function Acted({ forMe = false }: { forMe?: boolean }) {
  const page = usePages(MyAssistancesDocument, {}, data => data.myAssistances)
  if (page.fault) return <Problem fault={page.fault} retry={() => void page.reload()} />
  if (!page.edges) return <Skeleton rows={2} />
  const found = page.edges
    .map(edge => edge.node)
    .filter(one => (one.citizenId === me.value?.id) === forMe)
  return (
    <>
      {found.length === 0 && <p class="soft">{t(forMe ? 'sahayok.noneForMe' : 'sahayok.none')}</p>}
      <ul class="lines">
        {found.map(one => (
          <li key={one.id} class="card stack">
            <p>
              <strong>{forMe ? one.operator : t('sahayok.for', { who: one.citizen })}</strong> ·{' '}
              <span class="soft">{longDate(Date.parse(one.openedAt))}</span>
              {!one.endedAt && ` · ${t('sahayok.running')}`}
            </p>
            <Deeds deeds={one.deeds} />
            <Steps
              id={one.id}
              reload={page.reload}
              steps={[
                {
                  label: t(forMe ? 'sahayok.stop' : 'sahayok.end'),
                  when: !one.endedAt,
                  plain: true,
                  send: async () =>
                    (await mutate(EndAssistanceDocument, { id: one.id })).endAssistance,
                },
              ]}
            />
          </li>
        ))}
      </ul>
      <More more={page.more} />
    </>
  )
}
