/** Who else could do it: the nearest three. */
import { OtherServicesDocument } from '../../gql/booking'
import { useQuery } from '../../net/load'
import { t } from '../../words/i18n'
import { Card } from './Card'

export function Others({ bookingId }: { bookingId: string }) {
  const { data } = useQuery(OtherServicesDocument, { id: bookingId }, { perViewer: true })
  const services = data.value?.bookingAlternatives ?? []
  if (services.length === 0) return null
  return (
    <section class="stack" aria-label={t('booking.others')}>
      <h2>{t('booking.others')}</h2>
      <ul class="cards">
        {services.map(service => (
          <li key={service.id}>
            <Card service={service} />
          </li>
        ))}
      </ul>
    </section>
  )
}
