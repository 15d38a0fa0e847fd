/** The address at which a calendar program reads one's work or one's bookings; it is told once. */
import { useSignal } from '@preact/signals'
import {
  MyCalendarsDocument,
  OpenMyCalendarDocument,
  RevokeMyCalendarDocument,
} from '../../gql/calendar'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Problem } from '../../parts/Problem'
import { Said } from '../../parts/Said'
import { Skeleton } from '../../parts/Skeleton'
import { toast } from '../../parts/Toast'
import { learn } from '../../words/bn'
import { calendar as words } from '../../words/bn/calendar'
import { t } from '../../words/i18n'
import { longDate } from '../../words/time'

learn(words)

/** `ofDesk`: of what one does as a provider; else of what one booked. */
export function Calendar({ ofDesk = false }: { ofDesk?: boolean }) {
  const { data, fault, reload } = useQuery(MyCalendarsDocument, {}, { perViewer: true })
  const address = useSignal('')
  const { wrong, busy, act } = useActing()
  if (!data.value) {
    return fault.value ? (
      <Problem fault={fault.value} retry={() => void reload()} />
    ) : (
      <Skeleton rows={1} />
    )
  }
  const own = data.value.myCalendars.find(each => each.ofDesk === ofDesk)

  async function open() {
    await act('open', async () => {
      const { openCalendar } = await mutate(OpenMyCalendarDocument, { ofDesk })
      if (openCalendar.__typename === 'OpenedCalendar') {
        address.value = location.origin + openCalendar.path
      }
      return openCalendar
    })
    await reload()
  }

  async function revoke(calendarId: string) {
    address.value = ''
    await act('revoke', async () => {
      return (await mutate(RevokeMyCalendarDocument, { calendarId })).revokeCalendar
    })
    await reload()
  }

  return (
    <div class="stack">
      <p class="soft">{t('calendar.lead')}</p>
      {own && <p>{t('calendar.since', { day: longDate(own.createdAt) })}</p>}
      {address.value && <Address address={address.value} />}
      <Said wrong={wrong.value} done={false} />
      <div class="row">
        <button type="button" disabled={busy.value} onClick={() => void open()}>
          {t(own ? 'calendar.anew' : 'calendar.open')}
        </button>
        {own && (
          <button
            type="button"
            class="plain"
            disabled={busy.value}
            onClick={() => void revoke(own.id)}
          >
            {t('calendar.revoke')}
          </button>
        )}
      </div>
    </div>
  )
}

function Address({ address }: { address: string }) {
  return (
    <div class="notice good" role="status">
      <p>{t('calendar.once')}</p>
      <p>
        <a href={address} download="">
          <code lang="en">{address}</code>
        </a>
      </p>
      <button
        type="button"
        class="plain"
        onClick={() => {
          navigator.clipboard?.writeText(address).then(
            () => toast(t('calendar.copied')),
            () => undefined, // the address stands there and can be marked by hand
          )
        }}
      >
        {t('calendar.copy')}
      </button>
    </div>
  )
}
