/** Lots that run or have a time: moved while nobody has bid, called off by two officers. */
import { OfficerLotsDocument, RescheduleLotDocument, VoidLotDocument } from '../../gql/officer'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { t, titleOf } from '../../words/i18n'
import { clockTime, longDate } from '../../words/time'
import { Deed } from './Deed'
import { TimeForm } from './TimeForm'

export function Running() {
  const { data, fault, reload } = useQuery(OfficerLotsDocument, {})
  if (!data.value) {
    return fault.value ? (
      <Problem fault={fault.value} retry={() => void reload()} />
    ) : (
      <Skeleton rows={3} />
    )
  }
  const lots = [...data.value.running.edges, ...data.value.coming.edges].map(edge => edge.node)
  if (lots.length === 0) return <Empty text={t('officer.none')} />
  return (
    <ul class="lines">
      {lots.map(lot => (
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
                after={reload}
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
              after={reload}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}
