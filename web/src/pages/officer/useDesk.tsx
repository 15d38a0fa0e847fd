/** The list of a desk, as all desks have it: page by page, asked again while it is looked at. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { TypedDocument } from '../../net/document'
import { type Paged, usePages } from '../../net/pages'
import { Empty } from '../../parts/Empty'
import { More } from '../../parts/More'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { t } from '../../words/i18n'

export type Desk = {
  /** Grows when it is time to ask again. */
  turn: number
  /** Have what waits at all desks counted again. */
  recount: () => Promise<void>
}

/** Ask what waits at a desk; `reload`, after something was decided, counts again, too. */
export function useDesk<D, V extends Record<string, unknown>, E>(
  document: TypedDocument<D, V>,
  variables: V,
  connectionOf: Parameters<typeof usePages<D, V, E>>[2],
  { turn, recount }: Desk,
): Paged<D, E> {
  const page = usePages(document, variables, connectionOf, { perViewer: true })
  useEffect(() => {
    // Who has turned pages reads: the list would begin again under his eyes.
    if (turn > 0 && !page.turned) void page.reload()
  }, [turn])
  return { ...page, reload: async () => void (await Promise.all([page.reload(), recount()])) }
}

type ListProps<D, E> = {
  page: Paged<D, E>
  each: (edge: E) => ComponentChildren
  /** What is said when there is nothing. */
  none?: string
}

export function DeskList<D, E>({ page, each, none = t('officer.none') }: ListProps<D, E>) {
  return (
    <>
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {!page.edges && !page.fault && <Skeleton rows={3} />}
      {page.edges?.length === 0 && none && <Empty text={none} />}
      {page.edges && page.edges.length > 0 && <ul class="lines">{page.edges.map(each)}</ul>}
      <More more={page.more} />
    </>
  )
}
