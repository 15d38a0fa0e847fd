/** An ambulance: 999 first, then who is near, what it costs, and the call. */
import './facts.css'
import './trip.css'
import { useEffect } from 'preact/hooks'
import { me } from '../net/session'
import { learn } from '../words/bn'
import { trip as words } from '../words/bn/trip'
import { t } from '../words/i18n'
import { digits } from '../words/numbers'
import { Calling, type Sayings } from './trip/Calling'
import { MyTrips } from './trip/MyTrips'

learn(words)

const EMERGENCY = '999'
const SAYS: Sayings = {
  free: 'trip.free',
  none: 'trip.noneFree',
  call: 'trip.call',
  sure: 'trip.callSure',
  yes: 'trip.callYes',
}

export default function Ambulance() {
  useEffect(() => {
    document.title = `${t('trip.ambulance')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('trip.ambulance')}</h1>
      <a class="button emergency" href={`tel:${EMERGENCY}`}>
        {t('trip.ring', { n: digits(EMERGENCY) })}
      </a>
      <p class="soft">{t('trip.ringFirst')}</p>
      {me.value && <MyTrips />}
      <Calling kind="AMBULANCE" says={SAYS} urgent />
      <p>
        <a href="/ride">{t('trip.others')}</a>
      </p>
    </div>
  )
}
