/** How old a position is, in words: nobody takes an old one for where somebody is. */
import type { SeenFragment } from '../../gql'
import { second } from '../../net/clock'
import { type Key, t } from '../../words/i18n'
import { number } from '../../words/numbers'
import { ago } from '../../words/time'

export function Fresh({ seen }: { seen: SeenFragment | null }) {
  if (!seen || seen.tracking === 'NONE') return <p class="soft">{t('trip.untracked')}</p>
  const { freshness, observedAt, etaS } = seen
  return (
    <p class={`fresh ${freshness}`}>
      <strong>{t(`trip.fresh_${freshness}` as Key)}</strong>
      {observedAt &&
        freshness !== 'LIVE' &&
        ` · ${ago(second.value * 1000 - Date.parse(observedAt))}`}
      {etaS !== null && ` · ${t('trip.eta', { n: number(Math.max(1, Math.ceil(etaS / 60))) })}`}
    </p>
  )
}
