/** What a seller writes down of his own animal later: a weight, its defects, that it is gone. */
import { useSignal } from '@preact/signals'
import type { SellChoicesQuery, SellPageQuery } from '../../gql'
import { AnswerChecklistDocument, TakeAnimalAwayDocument, TellDeathDocument } from '../../gql/care'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Defects } from '../../parts/Defects'
import { Steps } from '../../parts/Steps'
import { toast } from '../../parts/Toast'
import { WeighForm } from '../../parts/WeighForm'
import { learn } from '../../words/bn'
import { care as words } from '../../words/bn/care'
import { t } from '../../words/i18n'

learn(words)

type Animal = SellPageQuery['myAnimals']['edges'][number]['node']
export type Props = {
  animal: Animal
  /** Whether its record may change now; while it is for sale it may not. */
  changeable: boolean
  defects: SellChoicesQuery['qurbaniDefects']
  reload: () => Promise<void>
}

export function AnimalCare({ animal, changeable, defects, reload }: Props) {
  const { id: animalId, state } = animal
  const cleared = state === 'CLEARED'
  return (
    <div class="stack">
      {changeable && (
        <>
          <WeighForm
            animalId={animalId}
            note={cleared ? t('weigh.checkAgain') : ''}
            reload={reload}
          />
          <Checklist animal={animal} defects={defects} reload={reload} />
        </>
      )}
      <Steps
        id={animalId}
        reload={reload}
        steps={[
          {
            label: t('care.away'),
            when: true,
            plain: true,
            note: t('care.awayNote'),
            field: t('care.why'),
            yes: t('care.yes'),
            send: async reason =>
              (await mutate(TakeAnimalAwayDocument, { animalId, reason })).withdrawAnimal,
          },
          {
            label: t('care.died'),
            when: true,
            plain: true,
            note: t('care.diedNote'),
            field: t('care.why'),
            yes: t('care.yes'),
            send: async reason =>
              (await mutate(TellDeathDocument, { animalId, reason })).reportAnimalDeath,
          },
        ]}
      />
    </div>
  )
}

function Checklist({ animal, defects, reload }: Omit<Props, 'changeable'>) {
  const chosen = useSignal<string[]>(animal.defects ?? [])
  const { wrong, busy, act } = useActing()

  async function answer() {
    const input = { animalId: animal.id, defects: chosen.value }
    const went = await act(`checklist ${JSON.stringify(input)}`, async () => {
      return (await mutate(AnswerChecklistDocument, { input })).answerChecklist
    })
    if (went) toast(t('care.answered'))
    await reload()
  }

  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        void answer()
      }}
    >
      <Defects
        label={t('care.defects')}
        hint={t('care.checkAgain')}
        all={defects}
        chosen={chosen.value}
        onChosen={slugs => {
          chosen.value = slugs
        }}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('care.answer')}
      </button>
    </form>
  )
}
