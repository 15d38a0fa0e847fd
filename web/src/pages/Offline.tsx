import { t } from '../words/i18n'

export default function Offline() {
  return <h1>{t('about.title')}</h1>
}
