/** How an animal is sold: by auction, bargaining, a fixed price or its weight, and where. */
import { useSignal } from '@preact/signals'
import type { SellChoicesQuery, SellPageQuery } from '../../gql'
import {
  ListBargainDocument,
  ListByWeightDocument,
  ListFixedDocument,
  SubmitLotDocument,
  UsualPriceDocument,
} from '../../gql/offering'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Choice } from '../../parts/Choice'
import { Field, Select, TextArea } from '../../parts/Field'
import { toast } from '../../parts/Toast'
import { learn } from '../../words/bn'
import { animal as forms } from '../../words/bn/animal'
import { type Key, pick, t } from '../../words/i18n'
import { money, parseTaka } from '../../words/numbers'

learn(forms)

const WAYS = ['AUCTION', 'BARGAIN', 'FIXED', 'WEIGHT'] as const
type Way = (typeof WAYS)[number]
type Animal = SellPageQuery['myAnimals']['edges'][number]['node']
export type Props = { animal: Animal; choices: SellChoicesQuery; done: () => Promise<void> }

const PRICES = {
  AUCTION: 'animal.start',
  BARGAIN: 'animal.price',
  FIXED: 'animal.price',
  WEIGHT: 'animal.perKg',
} as const

export function OfferForSale({ animal, choices, done }: Props) {
  const animalId = animal.id
  const haats = choices.haats.edges.map(edge => edge.node)
  const way = useSignal<Way>('AUCTION')
  const haatId = useSignal(haats[0]?.id ?? '')
  const price = useSignal('')
  const reserve = useSignal('')
  const description = useSignal('')
  const amountWrong = useSignal<string | null>(null)
  const { wrong, busy, act } = useActing()
  const usual = useQuery(UsualPriceDocument, {
    category: animal.species.slug,
    place: choices.place?.id ?? '',
  }).data.value?.priceBand

  async function go() {
    const amount = parseTaka(price.value)
    const least = reserve.value.trim() === '' ? null : parseTaka(reserve.value)
    amountWrong.value = amount ? null : t('lot.notAmount')
    if (!amount) return
    const about = { animalId, haatId: haatId.value, description: description.value.trim() }
    const went = await act(`${way.value} ${animalId} ${amount} ${least}`, async key => {
      const keyed = { ...about, idempotencyKey: key }
      if (way.value === 'AUCTION') {
        const input = { ...keyed, start: amount, reserve: least }
        return (await mutate(SubmitLotDocument, { input })).submitLot
      }
      if (way.value === 'WEIGHT') {
        const input = { ...keyed, perKg: amount }
        return (await mutate(ListByWeightDocument, { input })).listByWeight
      }
      const input = { ...keyed, price: amount }
      return way.value === 'FIXED'
        ? (await mutate(ListFixedDocument, { input })).listForFixedPrice
        : (await mutate(ListBargainDocument, { input })).listForBargaining
    })
    if (!went) return
    toast(t(way.value === 'AUCTION' ? 'animal.lotSent' : 'animal.listed'))
    await done()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void go()
      }}
    >
      <Choice
        label={t('animal.way')}
        value={way.value}
        onValue={value => {
          way.value = value as Way
        }}
        options={WAYS.map(value => ({
          value,
          label: t(`animal.way_${value}`),
          note: t(`animal.way_${value}_note` as Key),
        }))}
      />
      <Select
        label={t('animal.haat')}
        value={haatId.value}
        onValue={value => {
          haatId.value = value
        }}
        options={haats.map(haat => ({
          value: haat.id,
          label: pick({ bn: haat.nameBn, en: haat.nameEn }),
        }))}
      />
      <Field
        label={t(PRICES[way.value])}
        hint={usual && way.value !== 'WEIGHT' ? usualText(usual) : undefined}
        inputMode="decimal"
        value={price.value}
        error={amountWrong.value}
        onValue={value => {
          price.value = value
        }}
      />
      {way.value === 'AUCTION' && (
        <Field
          label={t('animal.reserve')}
          hint={t('animal.reserveHint')}
          inputMode="decimal"
          value={reserve.value}
          onValue={value => {
            reserve.value = value
          }}
        />
      )}
      <TextArea
        label={t('animal.words')}
        value={description.value}
        maxLength={1000}
        onValue={value => {
          description.value = value
        }}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('animal.go')}
      </button>
    </form>
  )
}

type Band = { basis: string; p10Price: number; medianPrice: number; p90Price: number }

function usualText({ basis, p10Price, medianPrice, p90Price }: Band): string {
  return t(`animal.usual_${basis}` as Key, {
    low: money(p10Price),
    median: money(medianPrice),
    high: money(p90Price),
  })
}
