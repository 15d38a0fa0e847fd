/** A kind of service, new or changed: its names, how it is used, priced and proven. Administrators only. */
import { useSignal } from '@preact/signals'
import type { AllTradesQuery, MediaKind, ServiceKind, ServiceWay } from '../../gql'
import { AllTradesDocument, SaveTradeDocument } from '../../gql/trades'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Field, Select } from '../../parts/Field'
import { paperName } from '../../parts/Papers'
import { Problem } from '../../parts/Problem'
import { SaveForm } from '../../parts/SaveForm'
import { Skeleton } from '../../parts/Skeleton'
import { type Key, t } from '../../words/i18n'
import { nameOf } from '../seba/words'

type Trade = AllTradesQuery['serviceCategories'][number]

const KINDS: ServiceKind[] = [
  'ON_DEMAND_VISIT',
  'APPOINTMENT',
  'TRANSPORT',
  'RENTAL',
  'DONOR',
  'EMERGENCY',
]
const WAYS: ServiceWay[] = ['BOOKING', 'SERIAL', 'TRIP', 'RENTAL', 'DONATION']
const PAPERS: MediaKind[] = ['IDENTITY', 'LICENCE', 'REGISTRATION', 'FITNESS']
const TICKS = ['needsLicence', 'genderChoice', 'groupBooking'] as const
const NEW: Omit<Trade, 'id'> = {
  slug: '',
  nameBn: '',
  nameEn: '',
  parentId: null,
  kind: 'ON_DEMAND_VISIT',
  ways: ['BOOKING'],
  units: ['visit'],
  needsLicence: false,
  genderChoice: false,
  groupBooking: false,
  papers: [],
}

export function TradeForm() {
  const { data, fault, reload } = useQuery(AllTradesDocument, {})
  const chosen = useSignal('')
  const trades = data.value?.serviceCategories
  if (!trades) {
    return fault.value ? (
      <Problem fault={fault.value} retry={() => void reload()} />
    ) : (
      <Skeleton rows={4} />
    )
  }
  return (
    <div class="stack">
      <Select
        label={t('trades.which')}
        value={chosen.value}
        onValue={id => {
          chosen.value = id
        }}
        options={[
          { value: '', label: t('trades.new') },
          ...trades.map(each => ({ value: each.id, label: nameOf(each) })),
        ]}
      />
      <One
        key={chosen.value}
        trade={trades.find(each => each.id === chosen.value) ?? null}
        trades={trades}
        after={reload}
      />
    </div>
  )
}

type OneProps = { trade: Trade | null; trades: Trade[]; after: () => Promise<void> }

function One({ trade, trades, after }: OneProps) {
  const draft = useSignal<Omit<Trade, 'id'>>(trade ?? NEW)
  const said = draft.value
  const set = (part: Partial<typeof said>) => {
    draft.value = { ...draft.peek(), ...part }
  }
  const units = [...new Set(trades.flatMap(each => each.units))]
  const { slug, nameBn, nameEn, kind, ways, papers, parentId, needsLicence } = said
  const wish = {
    ...{ slug, nameBn, nameEn, kind, ways, papers, needsLicence, units: said.units },
    ...{ genderChoice: said.genderChoice, groupBooking: said.groupBooking },
    ...(trade ? { categoryId: trade.id } : { parentCategoryId: parentId }),
  }
  const isWhole = slug && nameBn.trim() && nameEn.trim() && ways.length && said.units.length
  return (
    <SaveForm
      wish={wish}
      check={() => (isWhole ? null : t('form.fill'))}
      save={async idempotencyKey => {
        const input = { ...wish, idempotencyKey }
        return (await mutate(SaveTradeDocument, { input })).saveServiceCategory
      }}
      after={after}
    >
      {!trade && (
        <Field
          label={t('trades.slug')}
          hint={t('trades.slugHint')}
          maxLength={40}
          value={slug}
          onValue={text => set({ slug: text })}
        />
      )}
      {!trade && (
        <Select
          label={t('trades.parent')}
          value={parentId ?? ''}
          onValue={id => set({ parentId: id || null })}
          options={[
            { value: '', label: t('trades.noParent') },
            ...trades
              .filter(each => each.parentId === null)
              .map(each => ({ value: each.id, label: nameOf(each) })),
          ]}
        />
      )}
      <Field
        label={t('trades.nameBn')}
        maxLength={80}
        value={nameBn}
        onValue={text => set({ nameBn: text })}
      />
      <Field
        label={t('trades.nameEn')}
        maxLength={80}
        value={nameEn}
        onValue={text => set({ nameEn: text })}
      />
      <Select
        label={t('trades.kind')}
        value={kind}
        onValue={value => set({ kind: value as ServiceKind })}
        options={KINDS.map(value => ({ value, label: t(`trades.kind_${value}` as Key) }))}
      />
      <Several
        label={t('trades.ways')}
        all={WAYS}
        chosen={ways}
        name={way => t(`trades.way_${way}` as Key)}
        onChosen={value => set({ ways: value })}
      />
      <Several
        label={t('trades.units')}
        all={units}
        chosen={said.units}
        name={unit => t(`seba.unit_${unit}` as Key)}
        onChosen={value => set({ units: value })}
      />
      <Several
        label={t('trades.papers')}
        all={PAPERS}
        chosen={papers}
        name={paperName}
        onChosen={value => set({ papers: value })}
      />
      {TICKS.map(name => (
        <label key={name} class="tick">
          <input
            type="checkbox"
            checked={said[name]}
            onChange={event => set({ [name]: event.currentTarget.checked })}
          />
          {t(`trades.${name}`)}
        </label>
      ))}
    </SaveForm>
  )
}

type SeveralProps<V extends string> = {
  label: string
  all: readonly V[]
  chosen: readonly V[]
  name: (value: V) => string
  onChosen: (chosen: V[]) => void
}

/** Some of a few; what was chosen first stays first. */
function Several<V extends string>({ label, all, chosen, name, onChosen }: SeveralProps<V>) {
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="chips">
        {all.map(value => (
          <button
            key={value}
            type="button"
            class="plain"
            aria-pressed={chosen.includes(value)}
            onClick={() => {
              const others = chosen.filter(each => each !== value)
              onChosen(others.length < chosen.length ? others : [...others, value])
            }}
          >
            {name(value)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
