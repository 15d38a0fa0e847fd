/** A list that comes page by page: the first at once, the next when it is asked for. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
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
export type Paged<D, E> = {
  /** The answer that the first page came with; null before it. */
  data: D | null
  /** What came so far; null before the first page. */
  edges: E[] | null
  fault: Fault | null
  reload: () => Promise<void>
  /** More than the first page is shown. */
  turned: boolean
  /** Ask for the next page; null after the last, and while another list is awaited. */
  more: (() => Promise<void>) | null
}
/** What came after the first page `of` which it is the rest. */
type Rest<D, E> = { of: D; edges: E[]; next: string | null }

/** `connectionOf` finds the list in an answer. Asked anew, it begins with its first page again. */
export function usePages<D, V extends Record<string, unknown>, E>(
  document: TypedDocument<D, V>,
  variables: V,
  connectionOf: (data: D) => Connection<E>,
  options: { perViewer?: boolean; boot?: string } = {},
): Paged<D, E> {
  const first = useQuery(document, variables, options)
  const came = useSignal<Rest<D, E> | null>(null)
  const asking = useRef<D | null>(null)
  const data = first.data.value
  const isOfNow = useAskedWith(data, JSON.stringify(variables))
  const page = data && connectionOf(data)
  // Of another first page the rest is another, too.
  const rest = came.value && came.value.of === data ? came.value : null
  const next = rest ? rest.next : page && after(page)

  async function more() {
    // Two touches in haste are one question.
    if (data === null || asking.current === data) return
    asking.current = data
    try {
      const found = connectionOf(await query(document, { ...variables, after: next }))
      // The list may have begun anew meanwhile.
      if (first.data.peek() !== data) return
      came.value = { of: data, edges: [...(rest?.edges ?? []), ...found.edges], next: after(found) }
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    } finally {
      if (asking.current === data) asking.current = null
    }
  }

  return {
    data,
    edges: page && [...page.edges, ...(rest?.edges ?? [])],
    fault: first.fault.value,
    reload: first.reload,
    turned: rest !== null,
    more: next === null || !isOfNow ? null : more,
  }
}

/** Say whether data were asked with these variables: a list's cursor is no other list's. */
function useAskedWith(data: unknown, key: string): boolean {
  const seen = useRef({ data, key })
  if (seen.current.data !== data) seen.current = { data, key }
  return seen.current.key === key
}

function after({ pageInfo }: Connection<unknown>): string | null {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null
}
