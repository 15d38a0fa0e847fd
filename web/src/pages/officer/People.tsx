/** People as administrators see them: found by phone, suspended with a reason, given and taken roles. */
import { useSignal } from '@preact/signals'
import type { FindPersonQuery, Role } from '../../gql'
import { FiguresPlacesDocument } from '../../gql/hishab'
import {
  FindPersonDocument,
  GivePersonRoleDocument,
  RestorePersonDocument,
  SuspendPersonDocument,
  TakePersonRoleDocument,
} from '../../gql/people'
import { useActing } from '../../net/acting'
import { mutate, query } from '../../net/client'
import { asFault } from '../../net/faults'
import { useQuery } from '../../net/load'
import { Asked } from '../../parts/Asked'
import { Field, Select } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { toast } from '../../parts/Toast'
import { learn } from '../../words/bn'
import { people as words } from '../../words/bn/people'
import { pick, t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'
import { longDate } from '../../words/time'
import { Deed } from './Deed'

learn(words)

type Person = NonNullable<FindPersonQuery['personByPhone']>
type Props = { person: Person; after: () => Promise<void> }
// Sellers are verified by their application.
const GIVEN: Role[] = ['OFFICER', 'DISPATCHER', 'ADMINISTRATOR']

export function People() {
  const phone = useSignal('')
  const wrong = useSignal<string | null>(null)
  const person = useSignal<Person | null>(null)

  async function find() {
    try {
      const found = await query(FindPersonDocument, { phone: inLatin(phone.peek()).trim() })
      person.value = found.personByPhone
      wrong.value = found.personByPhone ? null : t('people.nobody')
    } catch (thrown) {
      person.value = null
      wrong.value = pick(asFault(thrown))
    }
  }

  return (
    <div class="stack">
      <p class="soft">{t('people.lead')}</p>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void find()
        }}
      >
        <Field
          label={t('people.phone')}
          type="tel"
          autoComplete="off"
          value={phone.value}
          error={wrong.value}
          onValue={value => {
            phone.value = value
          }}
        />
        <button type="submit">{t('people.find')}</button>
      </form>
      {person.value && <One key={person.value.id} person={person.value} after={find} />}
    </div>
  )
}

function One({ person, after }: Props) {
  const { id: accountId, state } = person
  return (
    <article class="card stack" aria-live="polite">
      <h2>{person.name || t('people.noName')}</h2>
      <p>
        <strong>{t(`people.${state}`)}</strong>
      </p>
      <div class="row">
        {state === 'ACTIVE' && (
          <Deed
            label={t('people.suspend')}
            note={t('people.suspendNote')}
            plain
            deed={async reason =>
              (await mutate(SuspendPersonDocument, { accountId, reason })).suspendAccount
            }
            after={after}
          />
        )}
        {state === 'SUSPENDED' && (
          <Deed
            label={t('people.restore')}
            note={t('people.restoreNote')}
            deed={async reason =>
              (await mutate(RestorePersonDocument, { accountId, reason })).restoreAccount
            }
            after={after}
          />
        )}
      </div>
      <Roles person={person} after={after} />
    </article>
  )
}

function Roles({ person, after }: Props) {
  const { wrong, act } = useActing()
  const places = usePlaces()
  const nameOf = (placeId: string | null) =>
    placeId === null
      ? t('people.everywhere')
      : (places.find(({ value }) => value === placeId)?.label ?? '')
  return (
    <section class="stack" aria-label={t('people.roles')}>
      <h3>{t('people.roles')}</h3>
      {person.roles.length === 0 && <p class="soft">{t('people.noRoles')}</p>}
      <ul class="lines">
        {person.roles.map(({ role, placeId, grantedAt }) => (
          <li key={`${role} ${placeId}`} class="row">
            <span>
              {t(`people.${role}`)} · {nameOf(placeId)} ·{' '}
              {t('people.since', { day: longDate(grantedAt) })}
            </span>
            {GIVEN.includes(role) && (
              <Asked
                label={t('people.take')}
                note={t('people.takeNote')}
                yes={t('officer.go')}
                deed={async () => {
                  const input = { accountId: person.id, role, placeId }
                  const went = await act(JSON.stringify(input), async () => {
                    return (await mutate(TakePersonRoleDocument, { input })).revokeRole
                  })
                  await after()
                  return went
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <Opened
        title={t('people.give')}
        show={() => <GiveForm person={person} after={after} places={places} />}
      />
    </section>
  )
}

type Option = { value: string; label: string }

/** Return where a role may hold: everywhere, the district, and each upazila. */
function usePlaces(): Option[] {
  const { data } = useQuery(FiguresPlacesDocument, {})
  const district = data.value?.place
  const places = district ? [district, ...district.children] : []
  return [
    { value: '', label: t('people.everywhere') },
    ...places.map(each => ({ value: each.id, label: pick({ bn: each.nameBn, en: each.nameEn }) })),
  ]
}

function GiveForm({ person, after, places }: Props & { places: Option[] }) {
  const role = useSignal<Role>('OFFICER')
  const placeId = useSignal('')
  const { wrong, busy, act } = useActing()

  async function give() {
    const input = { accountId: person.id, role: role.value, placeId: placeId.value || null }
    const went = await act(JSON.stringify(input), async () => {
      return (await mutate(GivePersonRoleDocument, { input })).grantRole
    })
    if (!went) return
    toast(t('people.given'))
    await after()
  }

  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        void give()
      }}
    >
      <Select
        label={t('people.role')}
        value={role.value}
        onValue={value => {
          role.value = value as Role
        }}
        options={GIVEN.map(value => ({ value, label: t(`people.${value}`) }))}
      />
      <Select
        label={t('people.where')}
        value={placeId.value}
        onValue={value => {
          placeId.value = value
        }}
        options={places}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('people.giveGo')}
      </button>
    </form>
  )
}
