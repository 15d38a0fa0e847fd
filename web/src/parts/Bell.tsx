/** How much news the viewer has not read, in the header; asked again with each page. */
import { useEffect } from 'preact/hooks'
import { UnreadDocument } from '../gql/khobor'
import { query } from '../net/client'
import { unread } from '../net/news'
import { me } from '../net/session'
import { route } from '../router'
import { learn } from '../words/bn'
import { khobor as words } from '../words/bn/khobor'
import { t } from '../words/i18n'
import { number } from '../words/numbers'

learn(words)

export function Bell() {
  const path = route.value?.path
  const viewer = me.value?.id
  useEffect(() => {
    query(UnreadDocument, {}).then(
      ({ unreadNotifications }) => {
        unread.value = unreadNotifications
      },
      () => undefined, // without a line the count of before stands
    )
  }, [path, viewer])
  return (
    <a class="lang button plain" href="/khobor">
      {t('khobor.title')}
      {unread.value > 0 && (
        <>
          {' '}
          {number(unread.value)}
          <span class="unseen"> {t('khobor.unread', { n: unread.value })}</span>
        </>
      )}
    </a>
  )
}
