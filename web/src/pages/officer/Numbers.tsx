/** What waits for an officer in his areas, in numbers; each leads to where it is dealt with. */
import { DeskFiguresDocument } from '../../gql/deskfigures'
import { useAccount } from '../../net/account'
import { useEvery } from '../../net/every'
import { useQuery } from '../../net/load'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import '../../parts/bars.css'
import { learn } from '../../words/bn'
import { deskfigures as words } from '../../words/bn/deskfigures'
import { type Key, t } from '../../words/i18n'
import { number } from '../../words/numbers'

learn(words)

// What others do comes without an event of the officer's own.
const ASK_AGAIN_S = 10

export function Numbers() {
  const { data, fault, reload } = useQuery(DeskFiguresDocument, {}, { perViewer: true })
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void reload()
  })
  useEvery(ASK_AGAIN_S, reload)
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={2} />
  const of = data.value.deskFigures
  const figures: [Key, number, number, string][] = [
    ['deskfigures.waiting', of.complaints, of.complaintsLate, 'complaints'],
    ['deskfigures.mine', of.complaintsMine, 0, 'complaints'],
    ['deskfigures.escalated', of.escalated, 0, 'complaints'],
    ['deskfigures.sellers', of.sellers, of.sellersLate, 'sellers'],
    ['deskfigures.providersWait', of.providers, of.providersLate, 'providers'],
  ]
  return (
    <section class="card stack" aria-label={t('deskfigures.desk')}>
      <h2>{t('deskfigures.desk')}</h2>
      <ul class="kpis" aria-live="polite">
        {figures.map(([key, count, late, desk]) => (
          <li key={key}>
            <b>{number(count)}</b> <a href={`/officer?desk=${desk}`}>{t(key)}</a>
            {late > 0 && <p class="error">{t('deskfigures.late', { n: number(late) })}</p>}
          </li>
        ))}
      </ul>
      <p>
        <a href="/hishab">{t('deskfigures.see')}</a>
      </p>
    </section>
  )
}
