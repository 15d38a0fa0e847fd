/** The papers that a provider's services need: which are missing, and a way to show them. */
import { SetMyPapersDocument } from '../../gql/media'
import { mutate } from '../../net/client'
import { OwnPapers } from '../../parts/OwnPapers'
import { paperName } from '../../parts/Papers'
import { t } from '../../words/i18n'
import type { Own } from '../Desk'

export function DeskPapers({ own, reload }: { own: Own; reload: () => Promise<void> }) {
  const { papers, missingPapers } = own
  const [next = 'IDENTITY'] = missingPapers
  if (next === 'PHOTO' || next === 'VIDEO') return null
  return (
    <section class="card stack" aria-label={t('desk.papers')}>
      <h2>{t('desk.papers')}</h2>
      {missingPapers.length > 0 && (
        <p class="notice">
          {t('files.missing', { kinds: missingPapers.map(paperName).join(', ') })}
        </p>
      )}
      <OwnPapers
        papers={papers}
        kind={next}
        title={missingPapers.length > 0 ? paperName(next) : t('desk.papers')}
        hang={async media => (await mutate(SetMyPapersDocument, { input: { media } })).setMyPapers}
        after={reload}
      />
    </section>
  )
}
