/** A cleared animal is offered to several people together: in how many shares, at what, until when. */
import { useSignal } from '@preact/signals'
import type { OnShortfall, SellChoicesQuery } from '../../gql'
import { OpenPoolDocument } from '../../gql/shares'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { Choice } from '../../parts/Choice'
import { Field, Select } from '../../parts/Field'
import { navigate } from '../../router'
import { learn } from '../../words/bn'
import { shares as words } from '../../words/bn/shares'
import { pick, t } from '../../words/i18n'
import { number, parseTaka } from '../../words/numbers'
import { dhakaField, momentOfField } from '../../words/time'

learn(words)

const SHORTFALLS: OnShortfall[] = ['CANCEL', 'SPLIT', 'MERGE']
const FEWEST = 2
const THREE_DAYS_MS = 3 * 24 * 3_600_000
export type Props = { animalId: string; most: number; choices: SellChoicesQuery }

export function OfferInShares({ animalId, most, choices }: Props) {
  const haats = choices.haats.edges.map(edge => edge.node)
  const haatId = useSignal(haats[0]?.id ?? '')
  const parts = useSignal(String(most))
  const share = useSignal('')
  const until = useSignal(dhakaField(serverNow() + THREE_DAYS_MS))
  const short = useSignal<OnShortfall>('CANCEL')
  const { wrong, busy, act } = useActing()

  async function open() {
    const amount = parseTaka(share.value)
    const closesAt = momentOfField(until.value)
    if (!amount || !closesAt) {
      wrong.value = t(amount ? 'shares.badDay' : 'lot.notAmount')
      return
    }
    const wish = { parts: Number(parts.value), share: amount, onShortfall: short.value }
    const about = { animalId, haatId: haatId.value, closesAt, ...wish }
    await act(JSON.stringify(about), async idempotencyKey => {
      const said = (await mutate(OpenPoolDocument, { input: { ...about, idempotencyKey } }))
        .openSharePool
      if (said.__typename === 'SharePool') {
        navigate(`/haat/shares/${said.id.replace('SharePool:', '')}`)
      }
      return said
    })
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void open()
      }}
    >
      <Select
        label={t('shares.haat')}
        value={haatId.value}
        onValue={value => {
          haatId.value = value
        }}
        options={haats.map(haat => ({
          value: haat.id,
          label: pick({ bn: haat.nameBn, en: haat.nameEn }),
        }))}
      />
      <Select
        label={t('shares.parts')}
        value={parts.value}
        onValue={value => {
          parts.value = value
        }}
        options={Array.from({ length: most - FEWEST + 1 }, (_, n) => ({
          value: String(FEWEST + n),
          label: number(FEWEST + n),
        }))}
      />
      <Field
        label={t('shares.price')}
        inputMode="decimal"
        value={share.value}
        onValue={value => {
          share.value = value
        }}
      />
      <Field
        label={t('shares.closes')}
        type="datetime-local"
        value={until.value}
        onValue={value => {
          until.value = value
        }}
      />
      <Choice
        label={t('shares.short')}
        value={short.value}
        onValue={value => {
          short.value = value as OnShortfall
        }}
        options={SHORTFALLS.map(value => ({
          value,
          label: t(`shares.way_${value}`),
          note: t(`shares.short_${value}`),
        }))}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('shares.open')}
      </button>
    </form>
  )
}
