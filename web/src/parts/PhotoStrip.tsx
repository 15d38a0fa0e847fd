/** Photos and videos of one's own: sent from the phone, shown in order, taken off. */
import './photos.css'
import { useSignal } from '@preact/signals'
import type { PhotoFragment } from '../gql'
import { useActing } from '../net/acting'
import { asFault } from '../net/faults'
import { upload } from '../net/upload'
import { learn } from '../words/bn'
import { photos as words } from '../words/bn/photos'
import { pick, t } from '../words/i18n'
import { number } from '../words/numbers'
import { Photo } from './Photo'

learn(words)

type Hung = PhotoFragment & { id: string }
type Props = {
  /** Of what they are: tells one intent from another. */
  id: string
  hung: Hung[]
  title: string
  most: number
  onlyPhotos?: boolean
  hang: (media: { mediaId: string; alt: string }[]) => Promise<unknown>
  reload: () => Promise<void>
}

const PHOTOS = 'image/jpeg,image/png,image/webp'
const TAKEN = `${PHOTOS},video/mp4,video/webm`

export function PhotoStrip({ id, hung, title, most, onlyPhotos = false, hang, reload }: Props) {
  const share = useSignal<number | null>(null)
  const fault = useSignal<string | null>(null)
  const { wrong, act } = useActing()

  async function set(ids: string[]) {
    const media = ids.map(mediaId => {
      const known = hung.find(one => one.id === mediaId)
      return { mediaId, alt: known?.alt || title }
    })
    await act(`photos ${id} ${ids.join()}`, () => hang(media))
    await reload()
  }

  async function send(files: FileList | null) {
    const ids = hung.map(one => one.id)
    fault.value = null
    for (const file of [...(files ?? [])].slice(0, most - ids.length)) {
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
    if (ids.length > hung.length) await set(ids)
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
                onClick={() =>
                  void set(hung.map(each => each.id).filter(other => other !== one.id))
                }
              >
                {t('photos.off')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {share.value !== null && (
        <p role="status">
          <progress value={share.value} max={1} aria-label={t('photos.sending')} />
          {share.value < 1
            ? t('photos.sent', { part: `${number(Math.round(share.value * 100))}%` })
            : t('photos.checking')}
        </p>
      )}
      {share.value === null && hung.length < most && (
        <label class="file">
          {t(onlyPhotos ? 'photos.addPhoto' : 'photos.add')}
          <input
            type="file"
            accept={onlyPhotos ? PHOTOS : TAKEN}
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
