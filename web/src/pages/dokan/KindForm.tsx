/** One more kind of a thing: what it differs in, its price, and how many there are. */
import { useSignal } from '@preact/signals'
import type { OwnGoodFragment } from '../../gql'
import { AddKindOfGoodDocument } from '../../gql/counter'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field } from '../../parts/Field'
import { learn } from '../../words/bn'
import { shopforms as forms } from '../../words/bn/shopforms'
import { t } from '../../words/i18n'
import { inLatin, parseTaka } from '../../words/numbers'

learn(forms)

export function KindForm({ good, reload }: { good: OwnGoodFragment; reload: () => Promise<void> }) {
  const choices = useSignal<string[]>(good.options.map(() => ''))
  const price = useSignal('')
  const onHand = useSignal('')
  const { wrong, busy, act } = useActing()

  async function add() {
    const amount = parseTaka(price.value)
    const count = Number(inLatin(onHand.value) || '0')
    const chosen = choices.value.map(each => each.trim())
    if (!amount || !(count >= 0) || chosen.includes('')) {
      wrong.value = t('trade.fill')
      return
    }
    const input = { productId: good.id, variant: { price: amount, choices: chosen, onHand: count } }
    const went = await act(`kind ${JSON.stringify(input)}`, async idempotencyKey => {
      return (await mutate(AddKindOfGoodDocument, { input: { ...input, idempotencyKey } }))
        .addVariant
    })
    if (went) choices.value = good.options.map(() => '')
    await reload()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      {good.options.map((option, n) => (
        <Field
          key={option}
          label={option}
          maxLength={40}
          autoComplete="off"
          value={choices.value[n] ?? ''}
          onValue={value => {
            choices.value = choices.value.map((each, m) => (m === n ? value : each))
          }}
        />
      ))}
      <Field
        label={t('shopforms.priceOf')}
        inputMode="decimal"
        autoComplete="off"
        value={price.value}
        onValue={value => {
          price.value = value
        }}
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
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('shopforms.kindAdd')}
      </button>
    </form>
  )
}
