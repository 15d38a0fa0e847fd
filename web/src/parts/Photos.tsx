/** The photos of a thing of one's own: sent, put in order, each with its words, taken off. */
import type { PhotoFragment } from '../gql'
import { DropFileDocument } from '../gql/media'
import { useActing } from '../net/acting'
import { mutate } from '../net/client'
import { t } from '../words/i18n'
import { FileSender } from './FileSender'
import { Photo } from './Photo'

export type Hung = { mediaId: string; alt: string }
type Props = {
  hung: readonly (PhotoFragment & { id: string })[]
  films?: boolean
  most: number
  /** What a photo shows as long as nobody says better. */
  title: string
  /** Hang exactly these, in order; returns the answer to it. */
  hang: (all: Hung[]) => Promise<unknown>
  after: () => Promise<void>
}

export function Photos({ hung, films = false, most, title, hang, after }: Props) {
  const { wrong, busy, act } = useActing()
  const all = hung.map(one => ({ mediaId: one.id, alt: one.alt }))

  async function change(to: Hung[]) {
    if (await act(JSON.stringify(to), () => hang(to))) {
      const kept = new Set(to.map(each => each.mediaId))
      await drop(all.filter(each => !kept.has(each.mediaId)).map(each => each.mediaId))
    }
    await after()
  }

  return (
    <div class="stack">
      {hung.length > 0 && (
        <ul class="photos">
          {hung.map((one, n) => {
            const others = all.filter((_, m) => m !== n)
            const now = { mediaId: one.id, alt: one.alt }
            return (
              <li key={one.id} class="stack">
                <div class="picture">
                  <Photo photo={one} alt={one.alt || title} />
                </div>
                {most > 1 && (
                  <input
                    type="text"
                    aria-label={t('files.alt')}
                    placeholder={t('files.alt')}
                    maxLength={300}
                    value={one.alt}
                    onChange={event => {
                      const alt = event.currentTarget.value.trim()
                      void change(
                        all.map(each => (each.mediaId === one.id ? { ...now, alt } : each)),
                      )
                    }}
                  />
                )}
                <div class="row">
                  {n > 0 && (
                    <button
                      type="button"
                      class="plain"
                      disabled={busy.value}
                      onClick={() => void change([now, ...others])}
                    >
                      {t('files.first')}
                    </button>
                  )}
                  <button
                    type="button"
                    class="plain"
                    disabled={busy.value}
                    onClick={() => void change(others)}
                  >
                    {t('files.off')}
                  </button>
                </div>
              </li>
            )
          })}
        </ul>
      )}
      <FileSender
        kind="PHOTO"
        films={films}
        room={most - hung.length}
        sent={ids => change([...all, ...ids.map(mediaId => ({ mediaId, alt: title }))])}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </div>
  )
}

/** Delete files that were taken off: nobody should find them. What is not deleted now, time deletes. */
export async function drop(ids: readonly string[]): Promise<void> {
  const asked = ids.map(mediaId => mutate(DropFileDocument, { mediaId }))
  await Promise.allSettled(asked)
}
