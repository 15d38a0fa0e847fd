/** Who offers a kind of service in a place: cards that tell by themselves who has become free. */
import type { KindFragment } from '../../gql'
import { FindServicesDocument } from '../../gql/services'
import { usePages } from '../../net/pages'
import { Empty } from '../../parts/Empty'
import { More } from '../../parts/More'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { useFree } from '../../seba/useFree'
import { t } from '../../words/i18n'
import { Card } from './Card'

type Props = { kind: KindFragment; within: string; freeNow: boolean }

export function Found({ kind, within, freeNow }: Props) {
  const filter = { categoryId: kind.id, within, freeNow }
  const page = usePages(FindServicesDocument, { filter }, data => data.services)
  const told = useFree(kind.id, within)
  return (
    <>
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {!page.edges && !page.fault && <Skeleton rows={3} tall />}
      {page.edges?.length === 0 && <Empty text={t('seba.none')} />}
      <ul class="cards">
        {page.edges?.map(({ node: service }) => (
          <li key={service.id}>
            <Card service={service} free={told.value[service.provider.id]} />
          </li>
        ))}
      </ul>
      <More more={page.more} />
    </>
  )
}
