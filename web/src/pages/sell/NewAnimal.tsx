/** Writing an animal down in four steps; every keystroke is kept on the phone. */
import { useSignal } from '@preact/signals'
import type { SellChoicesQuery } from '../../gql'
import { RegisterAnimalDocument } from '../../gql/offering'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { toast } from '../../parts/Toast'
import { justNow } from '../../parts/weighing'
import { type Draft, draft, forget, fresh, missing, STEPS, write } from '../../sell/draft'
import { learn } from '../../words/bn'
import { animal as forms } from '../../words/bn/animal'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'
import { Body, Health, Kind, Weight } from './steps'

learn(forms)

export type Props = { choices: SellChoicesQuery; done: () => Promise<void> }
export type StepProps = {
  now: Draft
  choices: SellChoicesQuery
  wrong: (name: keyof Draft) => string | null
}

export function NewAnimal({ choices, done }: Props) {
  const tried = useSignal(false)
  const { wrong, busy, act } = useActing()
  const now = draft.value ?? fresh()
  const lacking = missing(now, kilogramsOf(now))

  async function save() {
    const went = await act(now.key, async () => {
      const { registerAnimal } = await mutate(RegisterAnimalDocument, { input: inputOf(now) })
      return registerAnimal
    })
    if (!went) return
    forget()
    toast(t('animal.saved'))
    await done()
  }

  function next() {
    tried.value = lacking.length > 0
    if (lacking.length > 0) return
    if (now.step < STEPS) write({ step: now.step + 1 })
    else void save()
  }

  const step = {
    now,
    choices,
    wrong: (name: keyof Draft) => (tried.value && lacking.includes(name) ? t('animal.need') : null),
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        next()
      }}
    >
      <h2>{t('animal.step', { n: now.step, of: STEPS })}</h2>
      <progress value={now.step} max={STEPS} aria-label={t('sell.add')} />
      {now.step === 1 && <Kind {...step} />}
      {now.step === 2 && <Body {...step} />}
      {now.step === 3 && <Weight {...step} />}
      {now.step === 4 && <Health {...step} />}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <div class="row">
        <button
          type="button"
          class="plain"
          onClick={() => (now.step === 1 ? forget() : write({ step: now.step - 1 }))}
        >
          {t(now.step === 1 ? 'shell.cancel' : 'animal.back')}
        </button>
        <button type="submit" disabled={busy.value}>
          {t(now.step === STEPS ? 'animal.save' : 'animal.next')}
        </button>
      </div>
    </form>
  )
}

export function kilogramsOf(now: Draft): number | null {
  const found = Number(inLatin(now.kilos).replace(',', '.'))
  return Number.isFinite(found) && now.kilos !== '' ? found : null
}

function inputOf(now: Draft) {
  return {
    species: now.species,
    sex: now.sex,
    breed: now.breed,
    originId: now.placeId,
    idempotencyKey: now.key,
    village: now.village.trim(),
    name: now.name.trim(),
    coatColor: now.coat.trim(),
    teeth: now.teeth === '' ? null : Number(now.teeth),
    weight: {
      grams: Math.round((kilogramsOf(now) ?? 0) * 1000),
      method: METHODS[now.method as keyof typeof METHODS] ?? 'LOAD_CELL',
      measuredAt: justNow(),
    },
    defects: now.defects,
  } as const
}

const METHODS = { LoadCell: 'LOAD_CELL', Girth: 'GIRTH', Assessed: 'ASSESSED' } as const
