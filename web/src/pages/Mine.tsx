import { t } from '../words/i18n'

export default function Mine() {
  return <h1>{t('mine.title')}</h1>
}
