/** The photos and videos of one's own animal: sent from the phone, shown in order, taken off. */
import { useSignal } from '@preact/signals'
import type { SellPageQuery } from '../../gql'
import { SetAnimalMediaDocument } from '../../gql/media'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { asFault } from '../../net/faults'
import { upload } from '../../net/upload'
import { Photo } from '../../parts/Photo'
import { pick, t } from '../../words/i18n'
import { number } from '../../words/numbers'

type Animal = SellPageQuery['myAnimals']['edges'][number]['node']
type Props = { animal: Animal; title: string; reload: () => Promise<void> }

const MOST = 8
const TAKEN = 'image/jpeg,image/png,image/webp,video/mp4,video/webm'
/** While somebody may be about to buy it, an animal's record does not change. */
export const CHANGEABLE = new Set(['REGISTERED', 'CHECK_PENDING', 'CLEARED', 'FAILED'])

export function Photos({ animal, title, reload }: Props) {
  const share = useSignal<number | null>(null)
  const fault = useSignal<string | null>(null)
  const { wrong, act } = useActing()
  const hung = animal.media

  async function hang(ids: string[]) {
    const media = ids.map(id => {
      const known = hung.find(one => one.id === id)
      return { mediaId: id, alt: known?.alt || title }
    })
    await act(`photos ${animal.id} ${ids.join()}`, async () => {
      const input = { animalId: animal.id, media }
      return (await mutate(SetAnimalMediaDocument, { input })).setAnimalMedia
    })
    await reload()
  }

  async function send(files: FileList | null) {
    const ids = hung.map(one => one.id)
    fault.value = null
    for (const file of [...(files ?? [])].slice(0, MOST - ids.length)) {
      share.value = 0
      try {
        const kind = file.type.startsWith('video/') ? 'VIDEO' : 'PHOTO'
        const onProgress = (done: number) => {
          share.value = done
        }
        ids.push(await upload({ file, kind, onProgress }))
      } catch (thrown) {
        fault.value = pick(asFault(thrown))
      }
    }
    share.value = null
    if (ids.length > hung.length) await hang(ids)
  }

  const said = fault.value ?? wrong.value
  return (
    <div class="stack photos">
      {hung.length > 0 && (
        <ul>
          {hung.map(one => (
            <li key={one.id}>
              <div class="picture">
                <Photo photo={one} alt={one.alt || title} />
              </div>
              <button
                type="button"
                class="plain"
                onClick={() => void hang(hung.map(each => each.id).filter(id => id !== one.id))}
              >
                {t('sell.photoOff')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {share.value !== null && (
        <p role="status">
          <progress value={share.value} max={1} aria-label={t('sell.photoSending')} />
          {share.value < 1
            ? t('sell.photoSent', { part: `${number(Math.round(share.value * 100))}%` })
            : t('sell.photoChecking')}
        </p>
      )}
      {share.value === null && hung.length < MOST && (
        <label class="file">
          {t('sell.photoAdd')}
          <input
            type="file"
            accept={TAKEN}
            multiple
            onChange={event => {
              const { files } = event.currentTarget
              void send(files)
            }}
          />
        </label>
      )}
      {said && (
        <p class="notice bad" role="alert">
          {said}
        </p>
      )}
    </div>
  )
}
