/** What a provider offers: how each service stands, off for a while, on again, still right. */
import type { ServiceMove } from '../../gql'
import { ConfirmOfferDocument, PauseOfferDocument, ResumeOfferDocument } from '../../gql/desk'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { type Key, t, titleOf } from '../../words/i18n'
import type { Own } from '../Desk'
import { optionText, priceText } from './words'

type Props = { own: Own; reload: () => Promise<void> }

export function OwnServices({ own, reload }: Props) {
  return (
    <section class="stack" aria-label={t('desk.services')}>
      <h2>{t('desk.services')}</h2>
      <ul class="lines">
        {own.services.map(service => (
          <li key={service.id} class="card stack">
            <One service={service} reload={reload} />
          </li>
        ))}
      </ul>
      <p class="row">
        <a class="button plain" href="/provider/work">
          {t('desk.change')}
        </a>
        <a href={`/seba/${own.id.replace('Provider:', '')}`}>{t('desk.public')}</a>
      </p>
    </section>
  )
}

type OneProps = { service: Own['services'][number]; reload: () => Promise<void> }

function One({ service, reload }: OneProps) {
  const { id: serviceId, allowedTransitions: moves } = service
  const { wrong, busy, act } = useActing()
  const deeds: [ServiceMove, Key, () => Promise<unknown>][] = [
    [
      'CONFIRM',
      'desk.confirm',
      async () => (await mutate(ConfirmOfferDocument, { serviceId })).confirmService,
    ],
    [
      'PAUSE',
      'desk.pause',
      async () => (await mutate(PauseOfferDocument, { serviceId })).pauseService,
    ],
    [
      'RESUME',
      'desk.resume',
      async () => (await mutate(ResumeOfferDocument, { serviceId })).resumeService,
    ],
  ]
  return (
    <>
      <p>
        <strong>{titleOf(service)}</strong> · {t(`desk.service_${service.state}` as Key)}
      </p>
      {service.options.map(option => (
        <p key={option.id} class="soft">
          {optionText(option)} · {priceText(option)}
        </p>
      ))}
      {service.reason && <p class="notice">{service.reason}</p>}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <div class="row">
        {deeds
          .filter(([move]) => moves.includes(move))
          .map(([move, label, deed]) => (
            <button
              key={move}
              type="button"
              class="plain"
              disabled={busy.value}
              onClick={() => void act(`${move} ${serviceId}`, deed).then(reload)}
            >
              {t(label)}
            </button>
          ))}
      </div>
    </>
  )
}
