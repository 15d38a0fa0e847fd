/** An address that leads nowhere, and where to go from it. */
import { useEffect } from 'preact/hooks'
import { SearchBox } from '../parts/SearchBox'
import { Tiles } from '../parts/Tiles'
import { learn } from '../words/bn'
import { about as words } from '../words/bn/about'
import { t } from '../words/i18n'

learn(words)

export default function NotFound() {
  useEffect(() => {
    document.title = t('about.notFound')
  }, [])
  return (
    <div class="stack">
      <h1>{t('about.notFound')}</h1>
      <p>{t('about.notFoundText')}</p>
      <SearchBox />
      <Tiles />
    </div>
  )
}
