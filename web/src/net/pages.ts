/** A list that comes page by page: the first at once, the next when it is asked for. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { toast } from '../parts/Toast'
import { pick } from '../words/i18n'
import { query } from './client'
import type { TypedDocument } from './document'
import { asFault, type Fault } from './faults'
import { useQuery } from './load'

type Connection<E> = {
  edges: E[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
export type Paged<E> = {
  /** What came so far; null before the first page. */
  edges: E[] | null
  fault: Fault | null
  reload: () => Promise<void>
  /** Ask for the next page; null after the last. */
  more: (() => Promise<void>) | null
}

/** `connectionOf` finds the list in an answer. Asked anew, it begins with its first page again. */
export function usePages<D, V extends Record<string, unknown>, E>(
  document: TypedDocument<D, V>,
  variables: V,
  connectionOf: (data: D) => Connection<E>,
  options: { perViewer?: boolean } = {},
): Paged<E> {
  const first = useQuery(document, variables, options)
  const later = useSignal<E[]>([])
  const next = useSignal<string | null>(null)
  const page = first.data.value && connectionOf(first.data.value)
  useEffect(() => {
    later.value = []
    next.value = page ? after(page) : null
  }, [page])

  async function more() {
    try {
      const found = connectionOf(await query(document, { ...variables, after: next.peek() }))
      later.value = [...later.peek(), ...found.edges]
      next.value = after(found)
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    }
  }

  return {
    edges: page && [...page.edges, ...later.value],
    fault: first.fault.value,
    reload: first.reload,
    more: next.value === null ? null : more,
  }
}

function after({ pageInfo }: Connection<unknown>): string | null {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null
}
