/** The complaints that wait for the officers of an area, the most urgent first. */
import { ComplaintsWaitingDocument } from '../../gql/nalish'
import { useAccount } from '../../net/account'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { nalish as words } from '../../words/bn/nalish'
import { t } from '../../words/i18n'
import { Line } from '../nalish/Line'

learn(words)

export function Complaints() {
  const { data, fault, reload } = useQuery(ComplaintsWaitingDocument, {}, { perViewer: true })
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void reload()
  })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const waiting = data.value.complaintsWaiting.edges.map(({ node }) => node)
  if (waiting.length === 0) return <Empty text={t('nalish.waitingNone')} />
  return (
    <section aria-label={t('officer.complaints')}>
      <h2>{t('officer.complaints')}</h2>
      <ul class="lines">
        {waiting.map(complaint => (
          <Line key={complaint.id} complaint={complaint} />
        ))}
      </ul>
    </section>
  )
}
