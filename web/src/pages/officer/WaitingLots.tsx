/** Lots that sellers handed in: given a time, or back with a reason. */
import { LotsWaitingDocument, RejectLotDocument, ScheduleLotDocument } from '../../gql/officer'
import { mutate } from '../../net/client'
import { factsText } from '../../parts/Weight'
import { pick, t, titleOf } from '../../words/i18n'
import { money } from '../../words/numbers'
import { Deed } from './Deed'
import { TimeForm } from './TimeForm'
import { type Desk, DeskList, useDesk } from './useDesk'

export function WaitingLots(desk: Desk) {
  const page = useDesk(LotsWaitingDocument, {}, data => data.lotsWaiting, desk)
  return (
    <DeskList
      page={page}
      each={({ node: lot }) => (
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
            after={page.reload}
          />
          <Deed
            label={t('officer.reject')}
            plain
            deed={async reason =>
              (await mutate(RejectLotDocument, { lotId: lot.id, reason })).rejectLot
            }
            after={page.reload}
          />
        </li>
      )}
    />
  )
}
