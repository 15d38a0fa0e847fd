/** A part of a page that few visitors see: its script comes when it is shown. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Return a component that stands empty until the real one is there. */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>) {
  return function Deferred(props: P) {
    const [held, hold] = useState<{ part: ComponentType<P> } | null>(null)
    useEffect(() => {
      load().then(
        part => hold({ part }),
        () => undefined, // without a line the rest of the page is as good as it was
      )
    }, [])
    const Part = held?.part
    return Part ? <Part {...props} /> : null
  }
}
