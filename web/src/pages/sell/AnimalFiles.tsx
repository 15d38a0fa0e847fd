/** What hangs on one's own animal: photos and videos for all, the vet's papers for officers. */
import type { SellPageQuery } from '../../gql'
import { SetAnimalMediaDocument, SetAnimalPapersDocument } from '../../gql/media'
import { mutate } from '../../net/client'
import { OwnPapers } from '../../parts/OwnPapers'
import { Photos } from '../../parts/Photos'
import { learn } from '../../words/bn'
import { animal as forms } from '../../words/bn/animal'
import { t } from '../../words/i18n'

learn(forms)

type Animal = SellPageQuery['myAnimals']['edges'][number]['node']
export type Props = { animal: Animal; title: string; reload: () => Promise<void> }

const MOST = 8

export function AnimalFiles({ animal, title, reload }: Props) {
  const animalId = animal.id
  return (
    <>
      <Photos
        hung={animal.media}
        films
        most={MOST}
        title={title}
        hang={async media =>
          (await mutate(SetAnimalMediaDocument, { input: { animalId, media } })).setAnimalMedia
        }
        after={reload}
      />
      <OwnPapers
        papers={animal.papers}
        kind="VET_PAPER"
        title={t('animal.vetPapers')}
        hang={async media =>
          (await mutate(SetAnimalPapersDocument, { input: { animalId, media } })).setAnimalPapers
        }
        after={reload}
      />
    </>
  )
}
