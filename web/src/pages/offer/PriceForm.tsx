/** One more price of a service, beside what others ask for the like. */
import { useSignal } from '@preact/signals'
import { OfferPriceDocument } from '../../gql/enroll'
import { UsualPricesDocument } from '../../gql/offer'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Field, Select } from '../../parts/Field'
import { SaveForm } from '../../parts/SaveForm'
import { type Key, t } from '../../words/i18n'
import { inLatin, money, number, parseTaka } from '../../words/numbers'
import type { DeskProps, Offer } from '../Offers'

type Props = DeskProps & { service: Offer }

export function PriceForm({ own, service, reload }: Props) {
  const { category } = service
  const label = useSignal('')
  const labelEn = useSignal('')
  const unit = useSignal(category.units[0] ?? '')
  const minutes = useSignal(number(60))
  const price = useSignal('')
  const needsQuote = useSignal(false)
  const amount = parseTaka(price.value)
  const lasts = Number(inLatin(minutes.value))
  const wish = {
    serviceId: service.id,
    labelBn: label.value,
    labelEn: labelEn.value,
    unit: unit.value,
    minutes: lasts,
    amount: amount ?? 0,
    needsQuote: needsQuote.value,
  }
  const isFree = unit.value === 'free'
  const isWhole = label.value.trim() && lasts > 0 && (isFree || amount)

  return (
    <SaveForm
      wish={wish}
      check={() => (isWhole ? null : t('form.fill'))}
      save={async idempotencyKey => {
        const input = { ...wish, idempotencyKey }
        return (await mutate(OfferPriceDocument, { input })).addPriceOption
      }}
      after={reload}
      go={t('offer.addPriceGo')}
    >
      <Field
        label={t('offer.label')}
        hint={t('offer.labelHint')}
        maxLength={120}
        value={label.value}
        onValue={text => {
          label.value = text
        }}
      />
      <Field
        label={t('offer.labelEn')}
        maxLength={120}
        value={labelEn.value}
        onValue={text => {
          labelEn.value = text
        }}
      />
      <Select
        label={t('desk.unit')}
        value={unit.value}
        onValue={value => {
          unit.value = value
        }}
        options={category.units.map(value => ({ value, label: t(`seba.unit_${value}` as Key) }))}
      />
      <Usual category={category.slug} place={own.place.id} unit={unit.value} />
      <Field
        label={t('desk.minutes')}
        inputMode="numeric"
        value={minutes.value}
        onValue={text => {
          minutes.value = text
        }}
      />
      <Field
        label={t('desk.price')}
        inputMode="decimal"
        autoComplete="off"
        value={price.value}
        onValue={text => {
          price.value = text
        }}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={needsQuote.value}
          onChange={event => {
            needsQuote.value = event.currentTarget.checked
          }}
        />
        {t('desk.needsQuote')}
      </label>
    </SaveForm>
  )
}

/** What the like costs where one lives; nothing where too few prices are known. */
function Usual({ category, place, unit }: { category: string; place: string; unit: string }) {
  const { data } = useQuery(UsualPricesDocument, { category, place, unit })
  const band = data.value?.priceBand
  if (!band) return null
  const [least, usual, most] = [band.p10Price, band.medianPrice, band.p90Price].map(money)
  return (
    <p class="notice" role="status">
      {t('offer.usual', { least: least ?? '', usual: usual ?? '', most: most ?? '' })}{' '}
      {t('offer.usualOf', { n: band.count })}
    </p>
  )
}
