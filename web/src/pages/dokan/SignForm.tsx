/** What a shop says of itself, and its two colors. */
import './counter.css'
import { useSignal } from '@preact/signals'
import { DescribeDokanDocument } from '../../gql/counter'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field, TextArea } from '../../parts/Field'
import { learn } from '../../words/bn'
import { shopforms as forms } from '../../words/bn/shopforms'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'
import type { Props } from './Counter'

learn(forms)

type Draft = Record<'nameBn' | 'nameEn' | 'phone' | 'address' | 'about', string> &
  Record<'primaryColor' | 'accentColor', string>

export function SignForm({ shop, after }: Props) {
  const { nameBn, nameEn, phone, address, about, primaryColor, accentColor } = shop
  const draft = useSignal<Draft>({
    ...{ nameBn, nameEn, phone, address, about, primaryColor, accentColor },
  })
  const done = useSignal(false)
  const { wrong, busy, act } = useActing()
  const set = (name: keyof Draft) => (value: string) => {
    draft.value = { ...draft.peek(), [name]: value }
    done.value = false
  }

  async function save() {
    const said = draft.peek()
    const input = {
      ...said,
      phone: inLatin(said.phone).trim(),
      slug: shop.slug,
      host: shop.host ?? '',
      placeId: shop.place.id,
    }
    done.value = await act(`sign ${JSON.stringify(input)}`, async () => {
      return (await mutate(DescribeDokanDocument, { input })).describeShop
    })
    await after()
  }

  const line = (name: keyof Draft, label: string, maxLength: number) => (
    <Field label={label} maxLength={maxLength} value={draft.value[name]} onValue={set(name)} />
  )
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      {line('nameBn', t('shopforms.name'), 80)}
      {line('nameEn', t('counter.nameEn'), 80)}
      {line('phone', t('trade.phone'), 20)}
      {line('address', t('shopforms.address'), 200)}
      <TextArea
        label={t('shopforms.about')}
        rows={4}
        maxLength={300}
        value={draft.value.about}
        onValue={set('about')}
      />
      <div class="row">
        {(['primaryColor', 'accentColor'] as const).map(name => (
          <label key={name} class="check">
            <input
              type="color"
              value={draft.value[name]}
              onInput={event => set(name)(event.currentTarget.value)}
            />
            {t(`counter.${name}`)}
          </label>
        ))}
      </div>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {done.value && (
        <p class="notice good" role="status">
          {t('counter.saved')}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('counter.save')}
      </button>
    </form>
  )
}
