/** The button that takes files from the phone and sends them, with what has gone and what was wrong. */
import './files.css'
import { useSignal } from '@preact/signals'
import type { MediaKind } from '../gql'
import { asFault } from '../net/faults'
import { learn } from '../words/bn'
import { files as words } from '../words/bn/files'
import { pick, t } from '../words/i18n'
import { number } from '../words/numbers'

learn(words)

type Props = {
  /** What is sent: photos, or papers of one kind. */
  kind: Exclude<MediaKind, 'VIDEO'>
  /** Films are taken beside photos. */
  films?: boolean
  /** How many more may come. */
  room: number
  /** They are checked and may be shown. */
  sent: (ids: string[]) => Promise<unknown>
}

const PHOTOS = 'image/jpeg,image/png,image/webp,image/avif'
const FILMS = 'video/mp4,video/quicktime,video/webm'
const PAPERS = 'application/pdf'

export function FileSender({ kind, films = false, room, sent }: Props) {
  const share = useSignal<number | null>(null)
  const fault = useSignal<string | null>(null)
  const papers = kind !== 'PHOTO'

  async function send(files: File[]) {
    const ids: string[] = []
    fault.value = null
    share.value = 0
    for (const file of files.slice(0, room)) {
      share.value = 0
      try {
        // Few visits send something.
        const { upload } = await import('../net/upload')
        const onProgress = (done: number) => {
          share.value = done
        }
        const isFilm = file.type.startsWith('video/')
        ids.push(await upload({ file, kind: isFilm ? 'VIDEO' : kind, onProgress }))
      } catch (thrown) {
        fault.value = pick(asFault(thrown))
      }
    }
    share.value = null
    if (ids.length > 0) await sent(ids)
  }

  const add = papers ? 'files.paperAdd' : films ? 'files.filmAdd' : 'files.photoAdd'
  return (
    <>
      {share.value !== null && <Share share={share.value} />}
      {share.value === null && room > 0 && (
        <label class="file">
          {t(add)}
          <input
            type="file"
            accept={[PHOTOS, films && FILMS, papers && PAPERS].filter(Boolean).join()}
            multiple={room > 1}
            onChange={event => {
              const files = [...(event.currentTarget.files ?? [])]
              // So that the same file can be chosen once more.
              event.currentTarget.value = ''
              void send(files)
            }}
          />
        </label>
      )}
      {fault.value && (
        <p class="notice bad" role="alert">
          {fault.value}
        </p>
      )}
    </>
  )
}

function Share({ share }: { share: number }) {
  return (
    <p role="status">
      <progress value={share} max={1} aria-label={t('files.sending')} />
      {share < 1
        ? t('files.sent', { part: `${number(Math.round(share * 100))}%` })
        : t('files.checking')}
    </p>
  )
}
