/** Targets of a month beside what came of it: an officer's own, and of those below him. */
import { useSignal } from '@preact/signals'
import '../../parts/chosen.css'
import type { AimFragment, AimsQuery, OfficerIndicator } from '../../gql'
import { AimsDocument, SetAimDocument } from '../../gql/aims'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { useQuery } from '../../net/load'
import { Bars, TableBeneath } from '../../parts/Bars'
import { Field, Select } from '../../parts/Field'
import { Problem } from '../../parts/Problem'
import { SaveForm } from '../../parts/SaveForm'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { aims as words } from '../../words/bn/aims'
import { hishab } from '../../words/bn/hishab'
import { t } from '../../words/i18n'
import { monthName } from '../../words/month'
import { inLatin, number } from '../../words/numbers'
import { dhakaField } from '../../words/time'

learn(hishab)
learn(words)

type Officer = AimsQuery['supervisedOfficers'][number]
type Reload = () => Promise<void>

// What was expected half a year ago can be read; a target is set for a month that is not over.
const BEFORE = 6
const AHEAD = 3

export function Aims() {
  const month = useSignal(monthsAround(0))
  const { data, fault, reload } = useQuery(
    AimsDocument,
    { month: month.value },
    { perViewer: true },
  )
  const found = data.value
  return (
    <div class="stack">
      <p class="soft">{t('aims.lead')}</p>
      <Select
        label={t('aims.month')}
        value={month.value}
        onValue={value => {
          month.value = value
        }}
        options={Array.from({ length: BEFORE + 1 + AHEAD }, (_, n) => monthsAround(AHEAD - n)).map(
          value => ({ value, label: monthName(value) }),
        )}
      />
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      {!found && !fault.value && <Skeleton rows={4} tall />}
      {found && (
        <>
          <section class="card stack" aria-label={t('aims.mine')}>
            <h2>{t('aims.mine')}</h2>
            <Shown title={t('aims.mine')} aims={found.myAims} />
          </section>
          <Below officers={found.supervisedOfficers} month={month.value} reload={reload} />
        </>
      )}
    </div>
  )
}

function Below({
  officers,
  month,
  reload,
}: {
  officers: Officer[]
  month: string
  reload: Reload
}) {
  const chosen = useSignal('')
  const officer = officers.find(each => each.officerId === chosen.value) ?? officers[0]
  return (
    <section class="card stack" aria-label={t('aims.below')}>
      <h2>{t('aims.below')}</h2>
      {!officer && <p class="soft">{t('aims.nobody')}</p>}
      {officer && (
        <>
          <Select
            label={t('aims.officer')}
            value={officer.officerId}
            onValue={value => {
              chosen.value = value
            }}
            options={officers.map(({ officerId: value, name }) => ({
              value,
              label: name || t('aims.nameless'),
            }))}
          />
          <Shown title={officer.name || t('aims.nameless')} aims={officer.aims} />
          <SetForm officer={officer} month={month} reload={reload} />
        </>
      )}
    </section>
  )
}

function Shown({ title, aims }: { title: string; aims: AimFragment[] }) {
  return (
    <>
      <Bars
        bars={aims.map(aim => ({
          label: t(`aims.${aim.indicator}`),
          // How far it is on the way to the target.
          value: aim.target === null ? 0 : 100,
          done: aim.target ? Math.min(100, ((aim.actual ?? 0) * 100) / aim.target) : 0,
          said: saidOf(aim),
        }))}
      />
      <TableBeneath
        title={title}
        heads={[t('aims.indicator'), t('aims.wanted'), t('aims.actual'), t('aims.cases')]}
        rows={aims.map(aim => ({
          key: aim.indicator,
          cells: [
            t(`aims.${aim.indicator}`),
            aim.target === null ? t('hishab.none') : amount(aim, aim.target),
            aim.actual === null ? t('aims.nothing') : amount(aim, aim.actual),
            number(aim.cases),
          ],
        }))}
      />
    </>
  )
}

type SetProps = { officer: Officer; month: string; reload: Reload }

function SetForm({ officer, month, reload }: SetProps) {
  const indicator = useSignal<OfficerIndicator>('COMPLAINTS_ANSWERED')
  const target = useSignal('')
  const input = {
    officerId: officer.officerId,
    indicator: indicator.value,
    month,
    target: Number(inLatin(target.value).trim() || Number.NaN),
  }
  return (
    <SaveForm
      wish={input}
      go={t('aims.set')}
      check={() => (Number.isInteger(input.target) ? null : t('aims.whole'))}
      save={async () => (await mutate(SetAimDocument, { input })).setTarget}
      after={reload}
    >
      <div class="chosen">
        <Select
          label={t('aims.indicator')}
          value={indicator.value}
          onValue={value => {
            indicator.value = value as OfficerIndicator
          }}
          options={officer.aims.map(({ indicator: value }) => ({
            value,
            label: t(`aims.${value}`),
          }))}
        />
        <Field
          label={t('aims.target')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={target.value}
          onValue={value => {
            target.value = value
          }}
        />
      </div>
    </SaveForm>
  )
}

function saidOf(aim: AimFragment): string {
  const actual = aim.actual === null ? t('aims.nothing') : amount(aim, aim.actual)
  if (aim.target === null) return actual
  return t('aims.of', { actual, target: amount(aim, aim.target) })
}

function amount({ indicator }: AimFragment, n: number): string {
  return indicator.endsWith('IN_TIME') ? t('aims.percent', { n: number(n) }) : number(n)
}

/** Return the first day of a month of Dhaka, so many after this one: 2026-11-01. */
function monthsAround(after: number): string {
  const [year = 0, month = 1] = dhakaField(serverNow()).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + after, 1)).toISOString().slice(0, 10)
}
