/** The four steps of writing an animal down. */
import { useSignal } from '@preact/signals'
import { TapeWeightDocument } from '../../gql/offering'
import { query } from '../../net/client'
import { asFault } from '../../net/faults'
import { AnimalPicture } from '../../parts/AnimalPicture'
import { Choice } from '../../parts/Choice'
import { Defects } from '../../parts/Defects'
import { Field, Select } from '../../parts/Field'
import { PlacePicker } from '../../parts/PlacePicker'
import { toast } from '../../parts/Toast'
import { write } from '../../sell/draft'
import { learn } from '../../words/bn'
import { animal as forms } from '../../words/bn/animal'
import { type Key, pick, t } from '../../words/i18n'
import { digits, inLatin, number } from '../../words/numbers'
import type { StepProps } from './NewAnimal'

learn(forms)

const TEETH = ['0', '2', '4', '6', '8']
const HOWS = ['LoadCell', 'Girth', 'Assessed']

const named = (word: { nameBn: string; nameEn: string }) =>
  pick({ bn: word.nameBn, en: word.nameEn })

export function Kind({ now, choices, wrong }: StepProps) {
  const species = choices.species.find(each => each.slug === now.species)
  return (
    <>
      <Choice
        label={t('animal.kind')}
        value={now.species}
        onValue={value => write({ species: value, sex: '', breed: 'local' })}
        options={choices.species.map(each => ({
          value: each.slug,
          label: named(each),
          picture: <AnimalPicture species={each.slug} coat="" alt={named(each)} />,
        }))}
      />
      <Choice
        label={t('animal.sex')}
        value={now.sex}
        error={wrong('sex')}
        onValue={sex => write({ sex })}
        options={(species?.sexes ?? []).map(each => ({ value: each.slug, label: named(each) }))}
      />
      <Select
        label={t('animal.breed')}
        value={now.breed}
        error={wrong('breed')}
        onValue={breed => write({ breed })}
        options={(species?.breeds ?? []).map(each => ({ value: each.slug, label: named(each) }))}
      />
    </>
  )
}

export function Body({ now, wrong }: StepProps) {
  return (
    <>
      <Field
        label={t('animal.name')}
        value={now.name}
        maxLength={60}
        onValue={name => write({ name })}
      />
      <Field
        label={t('animal.coat')}
        value={now.coat}
        error={wrong('coat')}
        maxLength={60}
        onValue={coat => write({ coat })}
      />
      <Choice
        label={`${t('animal.teeth')}: ${t('animal.teethHint')}`}
        value={now.teeth}
        onValue={teeth => write({ teeth })}
        options={[
          { value: '', label: t('animal.teethUnknown') },
          ...TEETH.map(value => ({ value, label: digits(value) })),
        ]}
      />
      <PlacePicker
        label={t('sell.home')}
        hint={t('sell.homeHint')}
        value={now.placeId}
        error={wrong('placeId')}
        onValue={placeId => write({ placeId })}
      />
      <Field
        label={t('sell.village')}
        value={now.village}
        error={wrong('village')}
        maxLength={80}
        onValue={village => write({ village })}
      />
    </>
  )
}

export function Weight({ now, wrong }: StepProps) {
  return (
    <>
      <Choice
        label={t('animal.weightHow')}
        value={now.method}
        onValue={method => write({ method })}
        options={HOWS.map(how => ({ value: how, label: t(`animal.how_${how}` as Key) }))}
      />
      {now.method === 'Girth' && <Tape />}
      <Field
        label={t('animal.kilos')}
        inputMode="decimal"
        maxLength={8}
        value={now.kilos}
        error={wrong('kilos')}
        onValue={kilos => write({ kilos })}
      />
    </>
  )
}

/** Works the weight out from two measures with a tape, as the server's formula does. */
function Tape() {
  const length = useSignal('')
  const girth = useSignal('')

  async function work() {
    const variables = {
      length: Math.round(Number(inLatin(length.value))),
      girth: Math.round(Number(inLatin(girth.value))),
    }
    if (!(variables.length > 0) || !(variables.girth > 0)) return toast(t('animal.need'))
    try {
      const { tapeWeight } = await query(TapeWeightDocument, variables)
      write({ kilos: number(Math.round(tapeWeight / 1000)) })
    } catch (thrown) {
      toast(pick(asFault(thrown)))
    }
  }

  return (
    <div class="card stack">
      <Field
        label={t('animal.length')}
        inputMode="numeric"
        value={length.value}
        onValue={value => {
          length.value = value
        }}
      />
      <Field
        label={t('animal.girth')}
        inputMode="numeric"
        value={girth.value}
        onValue={value => {
          girth.value = value
        }}
      />
      <button type="button" class="plain" onClick={() => void work()}>
        {t('animal.tape')}
      </button>
    </div>
  )
}

export function Health({ now, choices }: StepProps) {
  return (
    <Defects
      label={t('animal.defects')}
      hint={t('animal.defectsHint')}
      all={choices.qurbaniDefects}
      chosen={now.defects}
      onChosen={defects => write({ defects })}
    />
  )
}
