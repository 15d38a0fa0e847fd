/** What is said of a thing: its names, kind, unit and a few words. What its forms differ in stays. */
import { useSignal } from '@preact/signals'
import type { OwnGoodFragment } from '../../gql'
import { DescribeGoodDocument, GoodsKindsDocument } from '../../gql/counter'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Field, Select, TextArea } from '../../parts/Field'
import { SaveForm } from '../../parts/SaveForm'
import { learn } from '../../words/bn'
import { shopforms as forms } from '../../words/bn/shopforms'
import { nameIn, pick, t } from '../../words/i18n'
import { UNITS } from '../shop/words'

learn(forms)

export function LabelForm({
  good,
  reload,
}: {
  good: OwnGoodFragment
  reload: () => Promise<void>
}) {
  const kinds = useQuery(GoodsKindsDocument, {}).data.value?.productCategories ?? []
  const { nameBn, nameEn, unit, description, options } = good
  const draft = useSignal({ categoryId: good.category.id, nameBn, nameEn, unit, description })
  const set = (part: Partial<typeof draft.value>) => {
    draft.value = { ...draft.peek(), ...part }
  }
  const said = draft.value
  const input = { productId: good.id, label: { ...said, options: [...options] } }
  return (
    <SaveForm
      wish={input}
      check={() => (said.nameBn.trim() ? null : t('form.fill'))}
      save={async () => (await mutate(DescribeGoodDocument, { input })).describeProduct}
      after={reload}
    >
      <Field
        label={t('shopforms.goodName')}
        maxLength={120}
        value={said.nameBn}
        onValue={text => set({ nameBn: text })}
      />
      <Field
        label={t('shopforms.goodNameEn')}
        maxLength={120}
        value={said.nameEn}
        onValue={text => set({ nameEn: text })}
      />
      <Select
        label={t('shopforms.kind')}
        value={said.categoryId}
        onValue={categoryId => set({ categoryId })}
        options={kinds.map(each => ({ value: each.id, label: nameIn(each) }))}
      />
      <Select
        label={t('shopforms.unit')}
        value={said.unit}
        onValue={value => set({ unit: value })}
        options={Object.entries(UNITS).map(([value, [bn, en]]) => ({
          value,
          label: pick({ bn, en }),
        }))}
      />
      <TextArea
        label={t('shopforms.description')}
        maxLength={2000}
        value={said.description}
        onValue={text => set({ description: text })}
      />
    </SaveForm>
  )
}
