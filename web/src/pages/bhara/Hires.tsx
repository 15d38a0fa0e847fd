/** The days with a vehicle, of who drives and of who is driven. */
import type { HiredFragment } from '../../gql'
import {
  DriveNotDocument,
  DroveHomeDocument,
  LetDriveDocument,
  LetNotDriveDocument,
} from '../../gql/letting'
import { mutate } from '../../net/client'
import { Countdown } from '../../parts/Countdown'
import { Steps } from '../../parts/Steps'
import { dayBefore } from '../../seba/days'
import { t, titleOf } from '../../words/i18n'
import { digits, money } from '../../words/numbers'
import { longDate } from '../../words/time'

type Props = { hires: HiredFragment[]; reload: () => Promise<void> }

export function Hires({ hires, reload }: Props) {
  if (hires.length === 0) return null
  return (
    <section aria-label={t('bhara.hires')} aria-live="polite">
      <h2>{t('bhara.hires')}</h2>
      <ul class="lines">
        {hires.map(hire => (
          <Hire key={hire.id} hire={hire} reload={reload} />
        ))}
      </ul>
    </section>
  )
}

function Hire({ hire, reload }: { hire: HiredFragment; reload: () => Promise<void> }) {
  const { id: vehicleHireId, unit, state, phone, allowedTransitions: moves } = hire
  const last = dayBefore(hire.untilDay)
  return (
    <li class="card stack">
      <p>
        <a href={`/bhara/${unit.id.replace('RentalUnit:', '')}`}>{titleOf(unit)}</a>
      </p>
      {unit.mine && <p>{t('bhara.hirer', { name: hire.hirerName })}</p>}
      <p>
        {hire.firstDay === last
          ? longDate(last)
          : t('bhara.daysOf', { first: longDate(hire.firstDay), last: longDate(last) })}{' '}
        · <span class="money">{money(hire.amount)}</span>
      </p>
      <p>
        <strong>{t(`bhara.hire_${state}`)}</strong>
        {state === 'REQUESTED' && hire.dueAt && (
          <>
            {' '}
            <Countdown until={hire.dueAt} label={t('bhara.left')} />
          </>
        )}
      </p>
      <p class="soft">{digits([hire.pickup, hire.note].filter(Boolean).join(' · '))}</p>
      {phone && (
        <p>
          <a class="button plain" href={`tel:${phone}`}>
            {t('bhara.ring', { n: digits(phone) })}
          </a>
        </p>
      )}
      <Steps
        id={vehicleHireId}
        reload={reload}
        steps={[
          {
            label: t('bhara.yes'),
            when: moves.includes('CONFIRM'),
            send: async () => (await mutate(LetDriveDocument, { vehicleHireId })).confirmHire,
          },
          {
            label: t('bhara.no'),
            when: moves.includes('DECLINE'),
            plain: true,
            send: async () => (await mutate(LetNotDriveDocument, { vehicleHireId })).declineHire,
          },
          {
            label: t('bhara.drove'),
            when: moves.includes('FINISH'),
            send: async () => (await mutate(DroveHomeDocument, { vehicleHireId })).finishHire,
          },
          {
            label: t('bhara.callOff'),
            when: moves.includes('CANCEL'),
            plain: true,
            send: async () => (await mutate(DriveNotDocument, { vehicleHireId })).cancelHire,
          },
        ]}
      />
    </li>
  )
}
