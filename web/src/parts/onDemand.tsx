/** A part of a page that few visitors see: its script comes when it is shown. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Skeleton } from './Skeleton'

/** Return a component that stands empty, or as so many gray rows, until the real one is there. */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>, rows = 0) {
  return function Deferred(props: P) {
    const [held, hold] = useState<{ part: ComponentType<P> } | null>(null)
    useEffect(() => {
      load().then(
        part => hold({ part }),
        () => undefined, // without a line the rest of the page is as good as it was
      )
    }, [])
    const Part = held?.part
    if (Part) return <Part {...props} />
    return rows > 0 ? <Skeleton rows={rows} /> : null
  }
}
