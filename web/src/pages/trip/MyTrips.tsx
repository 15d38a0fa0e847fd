/** The viewer's trips that still run, so that nobody loses one. */
import { MyTripsDocument } from '../../gql/trip'
import { useQuery } from '../../net/load'
import { me } from '../../net/session'
import { type Key, t } from '../../words/i18n'

const OVER = new Set(['COMPLETED', 'CANCELLED', 'NO_DRIVER'])

export function MyTrips() {
  const { data } = useQuery(MyTripsDocument, {}, { perViewer: true })
  const running = (me.value ? data.value?.myTrips.edges : undefined)
    ?.map(edge => edge.node)
    .filter(trip => !OVER.has(trip.state))
  return (
    <>
      {running?.map(trip => (
        <p key={trip.id} class="notice good">
          {t(`trip.state_${trip.state}` as Key)}{' '}
          <a href={`/trip/${trip.id.replace('Trip:', '')}`}>{t('trip.running')}</a>
        </p>
      ))}
    </>
  )
}
