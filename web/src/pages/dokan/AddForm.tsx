/** A new thing to sell: its name, kind, price, and how many there are. */
import { useSignal } from '@preact/signals'
import { AddGoodDocument, GoodsKindsDocument } from '../../gql/counter'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Field, Select, TextArea } from '../../parts/Field'
import { learn } from '../../words/bn'
import { shopforms as forms } from '../../words/bn/shopforms'
import { nameIn, pick, t } from '../../words/i18n'
import { inLatin, parseTaka } from '../../words/numbers'
import { UNITS } from '../shop/words'

learn(forms)

export function AddForm({ reload }: { reload: () => Promise<void> }) {
  const kinds = useQuery(GoodsKindsDocument, {}).data.value?.productCategories ?? []
  const categoryId = useSignal('')
  const nameBn = useSignal('')
  const unit = useSignal('piece')
  const price = useSignal('')
  const onHand = useSignal('')
  const description = useSignal('')
  const option = useSignal('')
  const which = useSignal('')
  const { wrong, busy, act } = useActing()

  async function add() {
    const amount = parseTaka(price.value)
    const count = Number(inLatin(onHand.value) || '0')
    const kind = categoryId.value || kinds[0]?.id
    const differs = option.value.trim()
    if (differs && !which.value.trim()) {
      wrong.value = t('trade.fill')
      return
    }
    if (!amount || !kind || !nameBn.value.trim() || !(count >= 0)) {
      wrong.value = t('trade.fill')
      return
    }
    const input = {
      label: {
        categoryId: kind,
        nameBn: nameBn.value.trim(),
        nameEn: '',
        unit: unit.value,
        description: description.value.trim(),
        options: differs ? [differs] : [],
      },
      variants: [{ price: amount, choices: differs ? [which.value.trim()] : [], onHand: count }],
    }
    const went = await act(`add ${JSON.stringify(input)}`, async idempotencyKey => {
      return (await mutate(AddGoodDocument, { input: { ...input, idempotencyKey } })).addProduct
    })
    if (went) {
      nameBn.value = ''
      price.value = ''
      onHand.value = ''
      which.value = ''
      description.value = ''
    }
    await reload()
  }

  return (
    <form
      class="card stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <Field
        label={t('shopforms.goodName')}
        maxLength={120}
        value={nameBn.value}
        onValue={value => {
          nameBn.value = value
        }}
      />
      <Select
        label={t('shopforms.kind')}
        value={categoryId.value || (kinds[0]?.id ?? '')}
        onValue={value => {
          categoryId.value = value
        }}
        options={kinds.map(each => ({ value: each.id, label: nameIn(each) }))}
      />
      <Field
        label={t('shopforms.priceOf')}
        inputMode="decimal"
        autoComplete="off"
        value={price.value}
        onValue={value => {
          price.value = value
        }}
      />
      <Select
        label={t('shopforms.unit')}
        value={unit.value}
        onValue={value => {
          unit.value = value
        }}
        options={Object.entries(UNITS).map(([value, [bn, en]]) => ({
          value,
          label: pick({ bn, en }),
        }))}
      />
      <Field
        label={t('shopforms.onHand')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={onHand.value}
        onValue={value => {
          onHand.value = value
        }}
      />
      <Field
        label={t('shopforms.option')}
        hint={t('shopforms.optionHint')}
        autoComplete="off"
        maxLength={30}
        value={option.value}
        onValue={value => {
          option.value = value
        }}
      />
      {option.value.trim() && (
        <Field
          label={t('shopforms.which', { option: option.value.trim() })}
          autoComplete="off"
          maxLength={40}
          value={which.value}
          onValue={value => {
            which.value = value
          }}
        />
      )}
      <TextArea
        label={t('shopforms.description')}
        rows={2}
        maxLength={500}
        value={description.value}
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
        {t('shopforms.addGo')}
      </button>
    </form>
  )
}
