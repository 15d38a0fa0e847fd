/** On every page of an operator who acts for a citizen: for whom, how long yet, and the end of it. */
import { useEffect } from 'preact/hooks'
import { useActing } from '../net/acting'
import { endAssisting, leave } from '../net/assisted'
import { type Assisting, DESK } from '../net/assisting'
import { second } from '../net/clock'
import { learn } from '../words/bn'
import { sahayok as words } from '../words/bn/sahayok'
import { t } from '../words/i18n'
import { Countdown } from './Countdown'

learn(words)

export function ActingBar({ acted }: { acted: Assisting }) {
  const { wrong, busy, act } = useActing()
  const over = second.value * 1000 >= acted.endsAt
  useEffect(() => {
    if (over) leave()
  }, [over])
  return (
    <aside class="acting-bar" aria-label={t('sahayok.title')}>
      <a href={DESK}>{t('sahayok.for', { who: acted.citizen.name })}</a>
      <Countdown until={new Date(acted.endsAt).toISOString()} label={t('sahayok.left')} />
      <button type="button" disabled={busy.value} onClick={() => void act('end', endAssisting)}>
        {t('sahayok.end')}
      </button>
      {wrong.value && (
        <p class="error" role="alert">
          {wrong.value}
        </p>
      )}
    </aside>
  )
}
