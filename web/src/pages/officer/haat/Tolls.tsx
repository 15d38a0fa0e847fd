/** The hasil of a haat: what holds, what is announced, and another one from a day on. */
import { useSignal } from '@preact/signals'
import type { HaatDeskQuery } from '../../../gql'
import { SetTollDocument } from '../../../gql/haatdesk'
import { useActing } from '../../../net/acting'
import { mutate } from '../../../net/client'
import { Choice } from '../../../parts/Choice'
import { Field, Select } from '../../../parts/Field'
import { Opened } from '../../../parts/Opened'
import { toast } from '../../../parts/Toast'
import { pick, t } from '../../../words/i18n'
import { parseTaka } from '../../../words/numbers'
import { longDate, momentOfField } from '../../../words/time'
import type { Part } from './HaatDesk'
import { pointsTyped } from './percent'

type Kinds = { species: HaatDeskQuery['species'] }
const WAYS = ['PERCENT', 'FLAT'] as const
type Way = (typeof WAYS)[number]

export function Tolls({ haat, reload, species }: Part & Kinds) {
  return (
    <section class="card stack" aria-label={t('haatdesk.toll')}>
      <h2>{t('haatdesk.toll')}</h2>
      {haat.hasilRules.length === 0 && <p class="soft">{t('haatdesk.noToll')}</p>}
      <ul class="lines">
        {haat.hasilRules.map(rule => (
          <li key={rule.id}>
            <p>
              <strong>{kindName(species, rule.species)}:</strong>{' '}
              {pick({ bn: rule.wordsBn, en: rule.wordsEn })}
            </p>
            <p class="soft">
              {t('haatdesk.since', { day: longDate(rule.validFrom) })}
              {rule.validTo && ` ${t('haatdesk.until', { day: longDate(rule.validTo) })}`} ·{' '}
              {rule.legalRef}
            </p>
          </li>
        ))}
      </ul>
      <Opened
        title={t('haatdesk.tollSet')}
        show={() => <Form haat={haat} reload={reload} species={species} />}
      />
    </section>
  )
}

function Form({ haat, reload, species }: Part & Kinds) {
  const kind = useSignal('')
  const way = useSignal<Way>('PERCENT')
  const size = useSignal('')
  const cap = useSignal('')
  const legalRef = useSignal('')
  const from = useSignal('')
  const { wrong, busy, act } = useActing()

  /** Return what is typed as the API takes it; null, with the reason shown, if it cannot be. */
  function toll() {
    const share = way.value === 'PERCENT'
    const value = share ? pointsTyped(size.value) : parseTaka(size.value)
    const most = share && cap.value.trim() !== '' ? parseTaka(cap.value) : undefined
    if (value === null || most === null) {
      wrong.value = t(value === null && share ? 'haatdesk.badPercent' : 'lot.notAmount')
      return null
    }
    return {
      haatId: haat.id,
      legalRef: legalRef.value.trim(),
      species: kind.value || null,
      basisPoints: share ? value : null,
      perHead: share ? null : value,
      cap: most ?? null,
      validFrom: momentOfField(from.value),
    }
  }

  async function set() {
    const input = toll()
    if (!input) return
    const went = await act(`toll ${JSON.stringify(input)}`, async () => {
      return (await mutate(SetTollDocument, { input })).setHasilRule
    })
    if (went) toast(t('haatdesk.set'))
    await reload()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void set()
      }}
    >
      <Select
        label={t('haatdesk.tollKind')}
        value={kind.value}
        onValue={value => {
          kind.value = value
        }}
        options={['', ...species.map(({ slug }) => slug)].map(slug => ({
          value: slug,
          label: kindName(species, slug),
        }))}
      />
      <Choice
        label={t('haatdesk.tollWay')}
        value={way.value}
        onValue={value => {
          way.value = value as Way
        }}
        options={WAYS.map(value => ({ value, label: t(`haatdesk.${value}`) }))}
      />
      <Field
        label={t(way.value === 'PERCENT' ? 'haatdesk.percent' : 'haatdesk.perHead')}
        inputMode="decimal"
        value={size.value}
        onValue={value => {
          size.value = value
        }}
      />
      {way.value === 'PERCENT' && (
        <Field
          label={t('haatdesk.cap')}
          inputMode="decimal"
          value={cap.value}
          onValue={value => {
            cap.value = value
          }}
        />
      )}
      <Field
        label={t('haatdesk.legal')}
        maxLength={300}
        value={legalRef.value}
        onValue={value => {
          legalRef.value = value
        }}
      />
      <Field
        label={t('haatdesk.from')}
        type="datetime-local"
        value={from.value}
        onValue={value => {
          from.value = value
        }}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('haatdesk.tollGo')}
      </button>
    </form>
  )
}

function kindName(species: Kinds['species'], slug: string | null): string {
  const found = species.find(each => each.slug === slug)
  return found ? pick({ bn: found.nameBn, en: found.nameEn }) : t('haatdesk.allKinds')
}
