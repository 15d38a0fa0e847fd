/** What was done in an assistance, and when. */
import { pick, t } from '../../words/i18n'
import { clockTime } from '../../words/time'

export type Deed = { at: string; bn: string; en: string }

export function Deeds({ deeds }: { deeds: readonly Deed[] }) {
  if (deeds.length === 0) return <p class="soft">{t('sahayok.nothing')}</p>
  return (
    <ul>
      {deeds.map(deed => (
        <li key={deed.at + deed.en}>
          <span class="soft">{clockTime(deed.at)}</span> {pick(deed)}
        </li>
      ))}
    </ul>
  )
}
