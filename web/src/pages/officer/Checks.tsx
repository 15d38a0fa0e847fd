/** Animals that wait for the vet's word, written down by the officer with the vet's name and number. */
import { useSignal } from '@preact/signals'
import type { OfficerDeskQuery } from '../../gql'
import { ClearAnimalDocument, FailAnimalDocument } from '../../gql/officer'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { AnimalPicture } from '../../parts/AnimalPicture'
import { Defects } from '../../parts/Defects'
import { Empty } from '../../parts/Empty'
import { Field, TextArea } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { Papers } from '../../parts/Papers'
import { toast } from '../../parts/Toast'
import type { Props as WeighProps } from '../../parts/WeighForm'
import { factsText } from '../../parts/Weight'
import { t } from '../../words/i18n'
import type { Desk } from '../Officer'

const WeighForm = onDemand<WeighProps>(() =>
  import('../../parts/WeighForm').then(each => each.WeighForm),
)

type Animal = OfficerDeskQuery['checksWaiting']['edges'][number]['node']

export function Checks(desk: Desk) {
  const animals = desk.data.checksWaiting.edges.map(edge => edge.node)
  if (animals.length === 0) return <Empty text={t('officer.none')} />
  return (
    <ul class="lines">
      {animals.map(animal => (
        <One key={animal.id} animal={animal} desk={desk} />
      ))}
    </ul>
  )
}

function One({ animal, desk }: { animal: Animal; desk: Desk }) {
  const vetName = useSignal('')
  const registrationNo = useSignal('')
  const findings = useSignal('')
  const defects = useSignal<string[]>(animal.defects ?? [])
  const { wrong, busy, act } = useActing()

  async function examine(passed: boolean) {
    const input = {
      animalId: animal.id,
      vetName: vetName.value.trim(),
      registrationNo: registrationNo.value.trim(),
      findings: findings.value.trim(),
      defects: defects.value,
    }
    const went = await act(`${passed} ${animal.id}`, async () =>
      passed
        ? (await mutate(ClearAnimalDocument, { input })).clearAnimal
        : (await mutate(FailAnimalDocument, { input })).failAnimal,
    )
    if (!went) return
    toast(t('officer.done'))
    await desk.reload()
  }

  const ready = vetName.value.trim() !== '' && registrationNo.value.trim() !== ''
  return (
    <li class="card stack">
      <h2>{animal.name || animal.number}</h2>
      <p>
        {factsText(animal)} · {animal.sellerName}, {animal.village}
      </p>
      <p class="soft" lang="en">
        {animal.tags.map(tag => tag.value).join(', ')}
      </p>
      {animal.photo && (
        <AnimalPicture
          species={animal.species.slug}
          coat={animal.coatColor}
          alt={animal.name || animal.number}
          photo={animal.photo}
          media={animal.media}
          large
        />
      )}
      <Papers papers={animal.papers} />
      {animal.qurbani.reasons.map(reason => (
        <p key={reason} class="soft">
          {reason}
        </p>
      ))}
      <Opened
        title={t('officer.scale')}
        show={() => <WeighForm animalId={animal.id} reload={desk.reload} />}
      />
      <Field
        label={t('officer.vet')}
        value={vetName.value}
        maxLength={120}
        onValue={value => {
          vetName.value = value
        }}
      />
      <Field
        label={t('officer.registration')}
        value={registrationNo.value}
        maxLength={60}
        onValue={value => {
          registrationNo.value = value
        }}
      />
      <TextArea
        label={t('officer.findings')}
        value={findings.value}
        maxLength={500}
        onValue={value => {
          findings.value = value
        }}
      />
      <Defects
        label={t('officer.defects')}
        all={desk.data.qurbaniDefects}
        chosen={defects.value}
        onChosen={slugs => {
          defects.value = slugs
        }}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <div class="row">
        <button type="button" disabled={busy.value || !ready} onClick={() => void examine(true)}>
          {t('officer.clear')}
        </button>
        <button
          type="button"
          class="plain"
          disabled={busy.value || !ready}
          onClick={() => void examine(false)}
        >
          {t('officer.fail')}
        </button>
      </div>
    </li>
  )
}
