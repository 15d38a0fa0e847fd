/** Where data are saved: how many bids the list below does not show yet, and a way to have them. */
import { useSignal } from '@preact/signals'
import type { LotView } from '../lot/state'
import { asFault } from '../net/faults'
import { pick, t } from '../words/i18n'
import { toast } from './Toast'

export function UnreadBids({ lot, read }: { lot: LotView; read: () => Promise<void> }) {
  const listed = useSignal({ bids: lot.bids, count: lot.bidCount })
  if (listed.peek().bids !== lot.bids) listed.value = { bids: lot.bids, count: lot.bidCount }
  const unread = lot.bidCount - listed.value.count

  async function show() {
    try {
      await read()
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    }
  }

  return (
    <p class="thrift">
      <span class="soft">{t('lot.lowData')}</span>
      <button type="button" class="plain" disabled={unread <= 0} onClick={() => void show()}>
        {t('lot.unread', { n: Math.max(0, unread) })}
      </button>
    </p>
  )
}
