/** Private papers of one's own: sent, opened, taken off. Who decides may open them too. */
import type { MediaKind } from '../gql'
import { useActing } from '../net/acting'
import { t } from '../words/i18n'
import { FileSender } from './FileSender'
import { Paper } from './Papers'
import { drop, type Hung } from './Photos'

const MOST = 6

export type Props = {
  papers: readonly { id: string }[]
  kind: Exclude<MediaKind, 'PHOTO' | 'VIDEO'>
  title: string
  /** Hang exactly these; returns the answer to it. */
  hang: (all: Hung[]) => Promise<unknown>
  after: () => Promise<void>
}

export function OwnPapers({ papers, kind, title, hang, after }: Props) {
  const { wrong, busy, act } = useActing()
  const ids = papers.map(paper => paper.id)

  async function change(to: string[]) {
    if (await act(to.join(), () => hang(to.map(mediaId => ({ mediaId, alt: '' }))))) {
      await drop(ids.filter(id => !to.includes(id)))
    }
    await after()
  }

  return (
    <details>
      <summary>{title}</summary>
      <div class="stack">
        <ul class="lines">
          {ids.map((id, n) => (
            <li key={id} class="row">
              <Paper id={id} n={n + 1} />
              <button
                type="button"
                class="plain"
                disabled={busy.value}
                onClick={() => void change(ids.filter(other => other !== id))}
              >
                {t('files.off')}
              </button>
            </li>
          ))}
        </ul>
        <FileSender kind={kind} room={MOST - ids.length} sent={more => change([...ids, ...more])} />
        {wrong.value && (
          <p class="notice bad" role="alert">
            {wrong.value}
          </p>
        )}
      </div>
    </details>
  )
}
