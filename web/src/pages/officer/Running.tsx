/** Lots that run or have a time: moved while nobody has bid, called off by two officers. */
import type { LotsAre } from '../../gql'
import { LotsToMoveDocument, RescheduleLotDocument, VoidLotDocument } from '../../gql/officer'
import { mutate } from '../../net/client'
import { t, titleOf } from '../../words/i18n'
import { clockTime, longDate } from '../../words/time'
import { Deed } from './Deed'
import { TimeForm } from './TimeForm'
import { type Desk, DeskList, useDesk } from './useDesk'

export function Running(desk: Desk) {
  return (
    <>
      <Lots desk={desk} are="RUNNING" none={t('officer.noneRuns')} />
      <Lots desk={desk} are="COMING" none={t('officer.noneComes')} />
    </>
  )
}

function Lots({ desk, are, none }: { desk: Desk; are: LotsAre; none: string }) {
  const page = useDesk(LotsToMoveDocument, { are }, data => data.lots, desk)
  return (
    <DeskList
      page={page}
      none={none}
      each={({ node: lot }) => (
        <li key={lot.id} class="card stack">
          <h2>
            <a href={`/haat/${lot.number}`}>{titleOf(lot)}</a>
          </h2>
          {lot.startsAt && (
            <p class="soft">
              {longDate(lot.startsAt)}, {clockTime(lot.startsAt)}
            </p>
          )}
          {lot.phase === 'SCHEDULED' && (
            <details>
              <summary>{t('officer.reschedule')}</summary>
              <TimeForm
                go={t('officer.reschedule')}
                set={async (startsAt, endsAt) => {
                  const variables = { lotId: lot.id, startsAt, endsAt }
                  return (await mutate(RescheduleLotDocument, variables)).rescheduleLot
                }}
                after={page.reload}
              />
            </details>
          )}
          <div>
            <Deed
              label={t('officer.void')}
              note={t('officer.voidNote')}
              plain
              deed={async reason =>
                (await mutate(VoidLotDocument, { lotId: lot.id, reason })).voidLot
              }
              after={page.reload}
            />
          </div>
        </li>
      )}
    />
  )
}
