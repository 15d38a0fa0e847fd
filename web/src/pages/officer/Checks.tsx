/** Animals that wait for the vet's word, written down by the officer with the vet's name and number. */
import { useSignal } from '@preact/signals'
import type { ChecksWaitingQuery } from '../../gql'
import { ChecksWaitingDocument, ClearAnimalDocument, FailAnimalDocument } from '../../gql/officer'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { AnimalPicture } from '../../parts/AnimalPicture'
import { Defects } from '../../parts/Defects'
import { Field, TextArea } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { Papers } from '../../parts/Papers'
import { toast } from '../../parts/Toast'
import type { Props as WeighProps } from '../../parts/WeighForm'
import { factsText } from '../../parts/Weight'
import { t } from '../../words/i18n'
import { type Desk, DeskList, useDesk } from './useDesk'

const WeighForm = onDemand<WeighProps>(() =>
  import('../../parts/WeighForm').then(each => each.WeighForm),
)

type Animal = ChecksWaitingQuery['checksWaiting']['edges'][number]['node']
type Known = ChecksWaitingQuery['qurbaniDefects']

export function Checks(desk: Desk) {
  const page = useDesk(ChecksWaitingDocument, {}, data => data.checksWaiting, desk)
  const known = page.data?.qurbaniDefects ?? []
  return (
    <DeskList
      page={page}
      each={({ node }) => <One key={node.id} animal={node} known={known} reload={page.reload} />}
    />
  )
}

type OneProps = { animal: Animal; known: Known; reload: () => Promise<void> }

function One({ animal, known, reload }: OneProps) {
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
    await reload()
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
        show={() => <WeighForm animalId={animal.id} reload={reload} />}
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
        all={known}
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
