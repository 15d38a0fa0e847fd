/** An address that leads nowhere, and where to go from it. */
import { useEffect } from 'preact/hooks'
import { PlaceSearch } from '../parts/PlaceSearch'
import { Tiles } from '../parts/Tiles'
import { t } from '../words/i18n'

export default function NotFound() {
  useEffect(() => {
    document.title = t('about.notFound')
  }, [])
  return (
    <div class="stack">
      <h1>{t('about.notFound')}</h1>
      <p>{t('about.notFoundText')}</p>
      <PlaceSearch />
      <Tiles />
    </div>
  )
}
