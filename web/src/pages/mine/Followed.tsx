/** The lots that the viewer follows, those that are over among them. */
import { useEffect } from 'preact/hooks'
import { FollowedLotsDocument } from '../../gql/mine'
import { readStars } from '../../hall/stars'
import { usePages } from '../../net/pages'
import { LotCard } from '../../parts/LotCard'
import { More } from '../../parts/More'
import { t } from '../../words/i18n'

export function Followed() {
  const page = usePages(FollowedLotsDocument, {}, data => data.followedLots, { perViewer: true })
  useEffect(() => void readStars(), [])
  if (!page.edges?.length) return null
  return (
    <section aria-label={t('mine.followed')}>
      <h2>{t('mine.followed')}</h2>
      <ul class="cards">
        {page.edges.map(({ node }) => (
          <li key={node.id}>
            <LotCard lot={node} level={3} />
          </li>
        ))}
      </ul>
      <More more={page.more} />
    </section>
  )
}
