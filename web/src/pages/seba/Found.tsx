/** Who offers a kind of service in a place: cards that tell by themselves who has become free. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { KindFragment, ServiceCardFragment } from '../../gql'
import { FindServicesDocument } from '../../gql/services'
import { query } from '../../net/client'
import { asFault } from '../../net/faults'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { toast } from '../../parts/Toast'
import { useFree } from '../../seba/useFree'
import { pick, t } from '../../words/i18n'
import { Card } from './Card'

type Props = { kind: KindFragment; within: string; freeNow: boolean }

export function Found({ kind, within, freeNow }: Props) {
  const filter = { categoryId: kind.id, within, freeNow }
  const first = useQuery(FindServicesDocument, { filter })
  const later = useSignal<ServiceCardFragment[]>([])
  const next = useSignal<string | null>(null)
  const told = useFree(kind.id, within)
  const page = first.data.value?.services
  useEffect(() => {
    later.value = []
    next.value = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  }, [page])

  async function more() {
    try {
      const { services } = await query(FindServicesDocument, { filter, after: next.value })
      later.value = [...later.peek(), ...services.edges.map(edge => edge.node)]
      next.value = services.pageInfo.hasNextPage ? services.pageInfo.endCursor : null
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    }
  }

  const shown = [...(page?.edges.map(edge => edge.node) ?? []), ...later.value]
  return (
    <>
      {first.fault.value && <Problem fault={first.fault.value} retry={() => void first.reload()} />}
      {!page && !first.fault.value && <Skeleton rows={3} tall />}
      {page && shown.length === 0 && <Empty text={t('seba.none')} />}
      <ul class="cards">
        {shown.map(service => (
          <li key={service.id}>
            <Card service={service} free={told.value[service.provider.id]} />
          </li>
        ))}
      </ul>
      {next.value && (
        <button type="button" class="plain" onClick={() => void more()}>
          {t('shell.more')}
        </button>
      )}
    </>
  )
}
