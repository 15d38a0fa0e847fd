/** Private files, opened by a link of some minutes that is asked for anew each time. */
import type { MediaKind } from '../gql'
import { OpenPaperDocument } from '../gql/media'
import { useActing } from '../net/acting'
import { mutate } from '../net/client'
import { learn } from '../words/bn'
import { files as words } from '../words/bn/files'
import { type Key, t } from '../words/i18n'

learn(words)

/** Return what a kind of paper is called. */
export function paperName(kind: MediaKind): string {
  return t(`files.kind_${kind}` as Key)
}

export function Papers({ papers }: { papers: readonly { id: string }[] }) {
  return papers.map((paper, n) => <Paper key={paper.id} id={paper.id} n={n + 1} />)
}

export function Paper({ id, n }: { id: string; n: number }) {
  const { wrong, busy, act } = useActing()

  async function open() {
    await act(id, async () => {
      const { openPaper } = await mutate(OpenPaperDocument, { mediaId: id })
      // It comes as a file to keep, so the page stays where it is.
      if (openPaper.__typename === 'PaperLink') location.assign(openPaper.url)
      return openPaper
    })
  }

  return (
    <p class="row">
      <span>{t('files.paper', { n })}</span>
      <button type="button" class="plain" disabled={busy.value} onClick={() => void open()}>
        {t('files.open')}
      </button>
      {wrong.value && (
        <span class="error" role="alert">
          {wrong.value}
        </span>
      )}
    </p>
  )
}
