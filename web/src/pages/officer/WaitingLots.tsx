/** Lots that sellers handed in: given a time, or back with a reason. */
import { RejectLotDocument, ScheduleLotDocument } from '../../gql/officer'
import { mutate } from '../../net/client'
import { Empty } from '../../parts/Empty'
import { factsText } from '../../parts/Weight'
import { pick, t, titleOf } from '../../words/i18n'
import { money } from '../../words/numbers'
import type { Desk } from '../Officer'
import { Deed } from './Deed'
import { TimeForm } from './TimeForm'

export function WaitingLots({ data, reload }: Desk) {
  const lots = data.lotsWaiting.edges.map(edge => edge.node)
  if (lots.length === 0) return <Empty text={t('officer.none')} />
  return (
    <ul class="lines">
      {lots.map(lot => (
        <li key={lot.id} class="card stack">
          <h2>{titleOf(lot)}</h2>
          <p>
            {factsText(lot.animal)} · {lot.animal.sellerName}
          </p>
          <p>
            {pick({ bn: lot.haat.nameBn, en: lot.haat.nameEn })} ·{' '}
            {t('officer.starts', { amount: money(lot.startPrice) })}
          </p>
          <TimeForm
            go={t('officer.schedule')}
            set={async (startsAt, endsAt) => {
              const variables = { lotId: lot.id, startsAt, endsAt }
              return (await mutate(ScheduleLotDocument, variables)).scheduleLot
            }}
            after={reload}
          />
          <Deed
            label={t('officer.reject')}
            plain
            deed={async reason =>
              (await mutate(RejectLotDocument, { lotId: lot.id, reason })).rejectLot
            }
            after={reload}
          />
        </li>
      ))}
    </ul>
  )
}
