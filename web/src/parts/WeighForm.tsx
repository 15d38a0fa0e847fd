/** A weighing of an animal written down, by its seller or by an officer at the scale. */
import { useSignal } from '@preact/signals'
import type { WeightMethod } from '../gql'
import { WeighAnimalDocument } from '../gql/care'
import { useActing } from '../net/acting'
import { mutate } from '../net/client'
import { learn } from '../words/bn'
import { weigh as words } from '../words/bn/weigh'
import { t } from '../words/i18n'
import { Choice } from './Choice'
import { Field } from './Field'
import { toast } from './Toast'
import { gramsTyped, justNow } from './weighing'

learn(words)

const HOWS = ['LOAD_CELL', 'GIRTH', 'ASSESSED'] as const

export type Props = { animalId: string; note?: string; reload: () => Promise<void> }

export function WeighForm({ animalId, note, reload }: Props) {
  const kilos = useSignal('')
  const method = useSignal<WeightMethod>('LOAD_CELL')
  const bad = useSignal(false)
  const { wrong, busy, act } = useActing()

  async function write() {
    const grams = gramsTyped(kilos.value)
    bad.value = grams === null
    if (grams === null) return
    const weight = { grams, method: method.value, measuredAt: justNow() }
    const went = await act(`weigh ${animalId} ${grams} ${method.value}`, async () => {
      return (await mutate(WeighAnimalDocument, { input: { animalId, weight } })).weighAnimal
    })
    if (!went) return
    kilos.value = ''
    toast(t('weigh.done'))
    await reload()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void write()
      }}
    >
      <Choice
        label={t('weigh.how')}
        value={method.value}
        onValue={value => {
          method.value = value as WeightMethod
        }}
        options={HOWS.map(value => ({ value, label: t(`weigh.${value}`) }))}
      />
      <Field
        label={t('weigh.kilos')}
        hint={note}
        inputMode="decimal"
        autoComplete="off"
        maxLength={8}
        value={kilos.value}
        error={bad.value ? t('weigh.bad') : wrong.value}
        onValue={value => {
          kilos.value = value
        }}
      />
      <button type="submit" disabled={busy.value}>
        {t('weigh.go')}
      </button>
    </form>
  )
}
