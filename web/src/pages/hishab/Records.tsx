/** All complaints of a place, as far as everybody may know: of what, since when, how it ended. */
import { PublicComplaintsDocument } from '../../gql/hishab'
import { usePages } from '../../net/pages'
import { TableBeneath } from '../../parts/Bars'
import { More } from '../../parts/More'
import { Problem } from '../../parts/Problem'
import { pick, t } from '../../words/i18n'
import { longDate } from '../../words/time'

export function Records({ within }: { within: string }) {
  const page = usePages(PublicComplaintsDocument, { within }, data => data.complaintRecords)
  const all = page.edges ?? []
  const title = t('hishab.records')
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {page.edges && all.length === 0 && <p class="soft">{t('hishab.empty')}</p>}
      {all.length > 0 && (
        <TableBeneath
          title={title}
          summary={t('hishab.recordsTable')}
          heads={[t('hishab.kind'), t('hishab.place'), t('hishab.when'), t('hishab.state')]}
          rows={all.map(({ cursor, node: each }) => ({
            key: cursor,
            cells: [
              t(`nalish.kind_${each.kind}`),
              each.place
                ? pick({ bn: each.place.nameBn, en: each.place.nameEn })
                : t('hishab.none'),
              longDate(each.createdAt),
              t(`nalish.state_${each.state}`),
            ],
          }))}
        >
          <More more={page.more} />
        </TableBeneath>
      )}
    </section>
  )
}
