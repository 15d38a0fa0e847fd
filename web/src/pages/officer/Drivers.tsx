/** Drivers of the officer's places: those who wait first; each with papers and vehicles. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { DriverDecision, DriversToDecideQuery } from '../../gql'
import {
  DecideDriverDocument,
  DecideVehicleDocument,
  DriversToDecideDocument,
} from '../../gql/bench'
import { mutate } from '../../net/client'
import { usePages } from '../../net/pages'
import { Empty } from '../../parts/Empty'
import { More } from '../../parts/More'
import { Papers, paperName } from '../../parts/Papers'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { trip } from '../../words/bn/trip'
import { type Key, t } from '../../words/i18n'
import { digits } from '../../words/numbers'
import { longDate } from '../../words/time'
import { Deed } from './Deed'

learn(trip)

type Driver = DriversToDecideQuery['drivers']['edges'][number]['node']
type Vehicle = Driver['vehicles'][number]
type After = { after: () => Promise<void> }

/** What can be decided where; the API says no to all else. */
const DECISIONS: Record<string, DriverDecision[]> = {
  SUBMITTED: ['VERIFY', 'ASK_FOR_MORE', 'REJECT', 'TERMINATE'],
  NEEDS_INFO: ['TERMINATE'],
  VERIFIED: ['SUSPEND', 'TERMINATE'],
  SUSPENDED: ['RESTORE', 'TERMINATE'],
}

export function Drivers() {
  // Whom one decided about goes over to the others.
  const decided = useSignal(0)
  const opened = useSignal(false)
  const after = async () => {
    decided.value += 1
  }
  return (
    <>
      <List waiting turn={decided.value} after={after} />
      <details
        onToggle={event => {
          opened.value = event.currentTarget.open
        }}
      >
        <summary>{t('officer.knownDrivers')}</summary>
        {opened.value && <List waiting={false} turn={decided.value} after={after} />}
      </details>
    </>
  )
}

type ListProps = After & { waiting: boolean; turn: number }

function List({ waiting, turn, after }: ListProps) {
  const page = usePages(DriversToDecideDocument, { waiting }, data => data.drivers, {
    perViewer: true,
  })
  useEffect(() => {
    if (turn > 0) void page.reload()
  }, [turn])
  if (page.fault) return <Problem fault={page.fault} retry={() => void page.reload()} />
  if (!page.edges) return <Skeleton rows={3} />
  // Of whom all is decided for good, there is nothing to decide.
  const drivers = page.edges.map(({ node }) => node).filter(({ state }) => state in DECISIONS)
  if (drivers.length === 0 && !page.more) return <Empty text={t('officer.none')} />
  return (
    <>
      <ul class="lines">
        {drivers.map(driver => (
          <One key={driver.id} driver={driver} after={after} />
        ))}
      </ul>
      <More more={page.more} />
    </>
  )
}

function One({ driver, after }: After & { driver: Driver }) {
  const { id: driverId, state, dueAt, licenceNo, licenceUntil, reason } = driver
  const due = dueAt && ` · ${t('officer.due', { day: longDate(dueAt) })}`
  return (
    <li class="card stack">
      <h2>{driver.name}</h2>
      <p>
        {digits(driver.contactPhone)}
        {licenceNo && ` · ${t('officer.licence', { n: digits(licenceNo) })}`}
        {licenceUntil && ` · ${t('officer.until', { day: longDate(licenceUntil) })}`}
      </p>
      {driver.statement && <p>{driver.statement}</p>}
      <Papers papers={driver.papers} />
      {driver.missingPapers.length > 0 && (
        <p class="notice">
          {t('files.missing', { kinds: driver.missingPapers.map(paperName).join(', ') })}
        </p>
      )}
      <p class="soft">
        {t(`officer.state_${state}` as Key)}
        {due}
      </p>
      {reason && <p class="soft">{reason}</p>}
      {driver.endingAsked && <p class="notice">{t('officer.second')}</p>}
      <div class="row">
        {(DECISIONS[state] ?? []).map(decision => (
          <Deed
            key={decision}
            label={t(`officer.move_${decision}`)}
            plain={decision !== 'VERIFY'}
            deed={async why => {
              const variables = { driverId, decision, reason: why }
              return (await mutate(DecideDriverDocument, variables)).decideDriver
            }}
            after={after}
          />
        ))}
      </div>
      {driver.vehicles.map(vehicle => (
        <OneVehicle key={vehicle.id} vehicle={vehicle} after={after} />
      ))}
    </li>
  )
}

function OneVehicle({ vehicle, after }: After & { vehicle: Vehicle }) {
  const { id: vehicleId, kind, plateNo, state } = vehicle
  const decide = (usable: boolean) => async (reason: string) => {
    return (await mutate(DecideVehicleDocument, { vehicleId, usable, reason })).decideVehicle
  }
  return (
    <section class="stack" aria-label={plateNo}>
      <h3>
        {t(`trip.vehicle_${kind}` as Key)} {digits(plateNo)}
      </h3>
      <p class="soft">
        {t(`officer.vehicle_${state}`)} {vehicle.reason}
      </p>
      {state === 'PENDING' && (
        <div class="row">
          <Deed label={t('officer.usable')} deed={decide(true)} after={after} />
          <Deed label={t('officer.unusable')} plain deed={decide(false)} after={after} />
        </div>
      )}
    </section>
  )
}
