/** The photos and videos of one's own animal. */
import type { SellPageQuery } from '../../gql'
import { SetAnimalMediaDocument } from '../../gql/media'
import { mutate } from '../../net/client'
import { PhotoStrip } from '../../parts/PhotoStrip'

type Animal = SellPageQuery['myAnimals']['edges'][number]['node']
type Props = { animal: Animal; title: string; reload: () => Promise<void> }

const MOST = 8
/** While somebody may be about to buy it, an animal's record does not change. */
export const CHANGEABLE = new Set(['REGISTERED', 'CHECK_PENDING', 'CLEARED', 'FAILED'])

export function Photos({ animal, title, reload }: Props) {
  return (
    <PhotoStrip
      id={animal.id}
      hung={animal.media}
      title={title}
      most={MOST}
      hang={async media => {
        const input = { animalId: animal.id, media }
        return (await mutate(SetAnimalMediaDocument, { input })).setAnimalMedia
      }}
      reload={reload}
    />
  )
}
