/** The daily marks of the ledger: what anybody may keep, to prove later that nothing was changed. */
import { useSignal } from '@preact/signals'
import type { LedgerRootsQuery } from '../../gql'
import { LedgerRootsDocument } from '../../gql/taka'
import { query } from '../../net/client'
import { asFault } from '../../net/faults'
import { useQuery } from '../../net/load'
import { TableBeneath } from '../../parts/Bars'
import { More } from '../../parts/More'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { toast } from '../../parts/Toast'
import { pick, t } from '../../words/i18n'
import { number } from '../../words/numbers'
import { longDate } from '../../words/time'

const A_PAGE = 30
type Root = LedgerRootsQuery['ledgerRoots'][number]

export function Roots() {
  const { data, fault, reload } = useQuery(LedgerRootsDocument, {})
  const older = useSignal<Root[]>([])
  const ended = useSignal(false)
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const roots = [...data.value.ledgerRoots, ...older.value]
  const last = roots.at(-1)

  async function more() {
    try {
      const found = await query(LedgerRootsDocument, { before: last?.day ?? null })
      older.value = [...older.peek(), ...found.ledgerRoots]
      ended.value = found.ledgerRoots.length < A_PAGE
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    }
  }

  return (
    <div class="stack">
      <p class="soft">{t('hishab.rootsNote')}</p>
      {roots.length === 0 && <p>{t('hishab.empty')}</p>}
      {last && (
        <TableBeneath
          title={t('hishab.roots')}
          heads={[t('hishab.day'), t('hishab.upTo'), t('hishab.hash')]}
          rows={roots.map(({ day, number: upTo, hash }) => ({
            key: day,
            cells: [longDate(day), number(upTo), hash],
          }))}
        >
          <More more={ended.value || roots.length < A_PAGE ? null : more} />
        </TableBeneath>
      )}
    </div>
  )
}
