/** The audit, for administrators: what was forced and what was done for others, filtered, as a file. */
import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import '../../parts/chosen.css'
import '../facts.css'
import './audit.css'
import type { AuditFilter, AuditQuery } from '../../gql'
import { AuditDocument, AuditFileDocument, AuditKindsDocument } from '../../gql/audit'
import { FindPersonDocument } from '../../gql/people'
import { useActing } from '../../net/acting'
import { query } from '../../net/client'
import { useQuery } from '../../net/load'
import { addressOf } from '../../net/news'
import { usePages } from '../../net/pages'
import { Empty } from '../../parts/Empty'
import { Field, Select } from '../../parts/Field'
import { More } from '../../parts/More'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { audit as words } from '../../words/bn/audit'
import { people } from '../../words/bn/people'
import { type Key, pick, t } from '../../words/i18n'
import { inLatin, number } from '../../words/numbers'
import { clockTime, longDate } from '../../words/time'

learn(words)
learn(people)

const PARTS = ['actorId', 'secondOfficerId', 'onBehalfOfId', 'objectId'] as const
type Part = (typeof PARTS)[number]
type Whose = { id: string; name: string; part: Part }
type Entry = AuditQuery['auditEntries']['edges'][number]['node']
type Choice = {
  kind: Signal<string>
  since: Signal<string>
  until: Signal<string>
  whose: Signal<Whose | null>
}

const LINKED = ['Lot', 'Complaint', 'Trip']
const DAY_MS = 24 * 3_600_000
const DAY = /^\d{4}-\d\d-\d\d$/

export function Audit() {
  const choice: Choice = {
    kind: useSignal(''),
    since: useSignal(''),
    until: useSignal(''),
    whose: useSignal<Whose | null>(null),
  }
  const { kind, since, until, whose } = choice
  const filter: AuditFilter = {
    kind: kind.value || null,
    since: dayOf(since.value, 0),
    until: dayOf(until.value, DAY_MS),
    ...(whose.value ? { [whose.value.part]: whose.value.id } : {}),
  }
  return (
    <div class="stack">
      <p class="soft">{t('audit.lead')}</p>
      <Filters choice={choice} />
      <File filter={filter} />
      <Entries filter={filter} choose={choice.whose} />
    </div>
  )
}

function Filters({ choice: { kind, since, until, whose } }: { choice: Choice }) {
  const { data } = useQuery(AuditKindsDocument, {})
  const kinds = data.value?.auditKinds ?? []
  return (
    <>
      <div class="chosen">
        <Select
          label={t('audit.kind')}
          value={kind.value}
          onValue={value => {
            kind.value = value
          }}
          options={[
            { value: '', label: t('audit.every') },
            ...kinds.map(each => ({ value: each.kind, label: pick(each.words) })),
          ]}
        />
        <Field
          label={t('audit.since')}
          type="date"
          value={since.value}
          onValue={value => {
            since.value = value
          }}
        />
        <Field
          label={t('audit.until')}
          type="date"
          value={until.value}
          onValue={value => {
            until.value = value
          }}
        />
      </div>
      {whose.value ? <Only whose={whose} /> : <Person whose={whose} />}
    </>
  )
}

function Only({ whose }: { whose: Signal<Whose | null> }) {
  const { part, name } = whose.value ?? { part: 'actorId', name: '' }
  return (
    <div class="row">
      <strong>
        {t('audit.only', { as: t(`audit.${part}`), who: name || t('audit.nameless') })}
      </strong>
      <button
        type="button"
        class="plain"
        onClick={() => {
          whose.value = null
        }}
      >
        {t('audit.all')}
      </button>
    </div>
  )
}

function Person({ whose }: { whose: Signal<Whose | null> }) {
  const part = useSignal<Part>('actorId')
  const phone = useSignal('')
  const { wrong, busy, act } = useActing()

  async function find() {
    const number = inLatin(phone.peek()).trim()
    await act(number, async () => {
      const person = (await query(FindPersonDocument, { phone: number })).personByPhone
      if (person) whose.value = { id: person.id, name: person.name, part: part.peek() }
      else wrong.value = t('people.nobody')
    })
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void find()
      }}
    >
      <div class="chosen">
        <Select
          label={t('audit.as')}
          value={part.value}
          onValue={value => {
            part.value = value as Part
          }}
          options={PARTS.map(value => ({ value, label: t(`audit.${value}`) }))}
        />
        <Field
          label={t('audit.phone')}
          type="tel"
          autoComplete="off"
          value={phone.value}
          error={wrong.value}
          onValue={value => {
            phone.value = value
          }}
        />
      </div>
      <button type="submit" class="plain" disabled={busy.value}>
        {t('audit.find')}
      </button>
    </form>
  )
}

function File({ filter }: { filter: AuditFilter }) {
  const { wrong, busy, act } = useActing()

  async function take() {
    await act('file', async () => {
      const { url } = (await query(AuditFileDocument, { filter })).auditExport
      Object.assign(document.createElement('a'), { href: url, download: 'audit.csv' }).click()
    })
  }

  return (
    <>
      <div class="row">
        <button type="button" class="plain" disabled={busy.value} onClick={() => void take()}>
          {t('audit.csv')}
        </button>
        <span class="soft">{t('audit.csvNote')}</span>
      </div>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </>
  )
}

type EntriesProps = { filter: AuditFilter; choose: Signal<Whose | null> }

function Entries({ filter, choose }: EntriesProps) {
  const page = usePages(AuditDocument, { filter }, data => data.auditEntries, { perViewer: true })
  if (page.fault) return <Problem fault={page.fault} retry={() => void page.reload()} />
  if (!page.edges) return <Skeleton rows={4} />
  if (page.edges.length === 0) return <Empty text={t('audit.none')} />
  return (
    <>
      <ul class="lines">
        {page.edges.map(({ node }) => (
          <One key={node.id} entry={node} choose={choose} />
        ))}
      </ul>
      <More more={page.more} />
    </>
  )
}

function One({ entry, choose }: { entry: Entry; choose: Signal<Whose | null> }) {
  const named = (part: Part, id: string | null, name: string | null) =>
    id === null ? (
      t('audit.house')
    ) : (
      <button
        type="button"
        class="named"
        onClick={() => {
          choose.value = { id, name: name ?? '', part }
        }}
      >
        {name || t('audit.nameless')}
      </button>
    )
  return (
    <li class="card stack">
      <h2>
        {pick(entry.what)}
        {entry.exactly && `: ${pick(entry.exactly)}`}
      </h2>
      <p class="soft">
        {longDate(entry.at)}, {clockTime(entry.at, { seconds: true })}
      </p>
      <dl class="week">
        <Fact term={t('audit.by')}>{named('actorId', entry.actorId, entry.actorName)}</Fact>
        {entry.secondOfficerId && (
          <Fact term={t('audit.second')}>
            {named('secondOfficerId', entry.secondOfficerId, entry.secondOfficerName)}
          </Fact>
        )}
        {entry.onBehalfOfId && (
          <Fact term={t('audit.for')}>
            {named('onBehalfOfId', entry.onBehalfOfId, entry.onBehalfOfName)}
          </Fact>
        )}
        {entry.personName !== null && (
          <Fact term={t('audit.on')}>{named('objectId', entry.objectId, entry.personName)}</Fact>
        )}
        {entry.objectId && entry.personName === null && (
          <Fact term={t('audit.thing')}>
            <Thing id={entry.objectId} />
          </Fact>
        )}
        {entry.reason && <Fact term={t('audit.reason')}>{entry.reason}</Fact>}
        {entry.commandId && (
          <Fact term={t('audit.command')}>
            <span lang="en">{entry.commandId}</span>
          </Fact>
        )}
      </dl>
    </li>
  )
}

/** A thing by its number; a link where an administrator is shown it. */
function Thing({ id }: { id: string }) {
  const [type = '', n = ''] = id.split(':')
  const words = `${t(`audit.${type}` as Key)} ${number(Number(n))}`
  return LINKED.includes(type) ? <a href={addressOf(id)}>{words}</a> : <span>{words}</span>
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Return when a day of Dhaka begins, or so much later; null while none is written. */
function dayOf(day: string, later: number): string | null {
  return DAY.test(day) ? new Date(Date.parse(`${day}T00:00:00+06:00`) + later).toISOString() : null
}
