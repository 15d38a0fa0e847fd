/** A confirmed booking that an officer of the place calls off, free of charge for both. */
import { CallOffForBothDocument } from '../../gql/trades'
import { mutate } from '../../net/client'
import { navigate } from '../../router'
import { learn } from '../../words/bn'
import { officer } from '../../words/bn/officer'
import { t } from '../../words/i18n'
import type { Desk } from '../Booking'
import { Deed } from './Deed'

learn(officer)

export function CallOff({ booking }: Pick<Desk, 'booking'>) {
  return (
    <Deed
      label={t('booking.callOffForBoth')}
      note={t('booking.callOffNote')}
      plain
      deed={async reason => {
        const variables = { bookingId: booking.id, reason }
        return (await mutate(CallOffForBothDocument, variables)).cancelBookingAsOfficer
      }}
      // It is his no more, so the page would be empty.
      after={async () => navigate('/officer')}
    />
  )
}
