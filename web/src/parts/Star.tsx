/** The star: follow a lot, and hear when it is about to begin. Set at once, taken back if refused. */
import type { Signal } from '@preact/signals'
import { StarLotDocument, UnstarLotDocument } from '../gql/lot'
import type { More } from '../lot/useLot'
import { mutate } from '../net/client'
import { asFault, isRefusal } from '../net/faults'
import { requireSignIn } from '../net/session'
import { pick, t } from '../words/i18n'
import { toast } from './Toast'

export function Star({ lotId, more }: { lotId: string; more: Signal<More | null> }) {
  const now = more.value
  if (!now) return null

  async function turn() {
    if (!(await requireSignIn())) return
    const before = more.peek()
    if (!before) return
    const followed = !before.followed
    more.value = { ...before, followed, followers: before.followers + (followed ? 1 : -1) }
    try {
      const said = followed
        ? (await mutate(StarLotDocument, { lotId })).followLot
        : (await mutate(UnstarLotDocument, { lotId })).unfollowLot
      if (isRefusal(said)) return takeBack(pick({ bn: said.messageBn, en: said.messageEn }))
      if (said.__typename === 'Lot') {
        more.value = { ...before, followed: said.followed, followers: said.followers }
      }
      if (followed) toast(t('lot.starred'))
    } catch (thrown) {
      takeBack(pick(asFault(thrown)))
    }

    function takeBack(why: string) {
      more.value = before
      toast(why)
    }
  }

  return (
    <button
      type="button"
      class="star"
      aria-pressed={now.followed}
      aria-label={t('lot.star')}
      title={t('lot.star')}
      onClick={() => void turn()}
    >
      {now.followed ? '★' : '☆'}
    </button>
  )
}
