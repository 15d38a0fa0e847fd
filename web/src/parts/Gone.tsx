/** The page of what is not there, fetched only when it is needed. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Page, PageProps } from '../router'
import { Skeleton } from './Skeleton'

export function Gone(props: PageProps) {
  const page = useSignal<{ show: Page } | null>(null)
  useEffect(() => {
    import('../pages/NotFound').then(
      found => {
        page.value = { show: found.default }
      },
      () => undefined, // without a line the empty shape stays
    )
  }, [page])
  const Shown = page.value?.show
  return Shown ? <Shown {...props} /> : <Skeleton rows={4} />
}
