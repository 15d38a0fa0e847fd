/** How much news the viewer has not read, in the header; asked again with each page. */
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { UnreadDocument } from '../gql/bell'
import { query } from '../net/client'
import { InOrder } from '../net/inorder'
import { me } from '../net/session'
import { route } from '../router'
import { t } from '../words/i18n'
import { number } from '../words/numbers'

/** As it was heard last, on whatever page. */
export const unread = signal(0)

const asking = new InOrder()

export function Bell() {
  const path = route.value?.path
  const viewer = me.value?.id
  useEffect(() => {
    asking
      .take(
        () => query(UnreadDocument, {}),
        ({ unreadNotifications }) => {
          unread.value = unreadNotifications
        },
      )
      .catch(() => undefined) // without a line the count of before stands
  }, [path, viewer])
  return (
    <a class="lang button plain bell" href="/khobor">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 17V11a6 6 0 0112 0v6l2 2H4zM10 21h4" />
      </svg>
      <span class="unseen">{t('shell.news')}</span>
      {unread.value > 0 && (
        <>
          {' '}
          {number(unread.value)}
          <span class="unseen"> {t('shell.unread', { n: unread.value })}</span>
        </>
      )}
    </a>
  )
}
