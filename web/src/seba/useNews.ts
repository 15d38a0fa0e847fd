/** Follows a stream only to hear that something happened: the page then asks how it stands now. */
import { useEffect } from 'preact/hooks'
import type { TypedDocument } from '../net/document'
import { follow, type StreamItem } from '../net/live'
import { me } from '../net/session'

/** Call `heard` at each snapshot and event while somebody is signed in; without an id at nothing. */
export function useNews<D, V>(
  document: TypedDocument<D, V>,
  variables: Omit<V, 'after'>,
  id: string | null | undefined,
  heard: (item: StreamItem) => void,
): void {
  const viewer = me.value?.id
  useEffect(() => {
    if (!id || !viewer) return
    return follow<D, V, StreamItem>({ document, variables, place: null, apply: heard })
  }, [id, viewer])
}
