import { t } from '../words/i18n'

export default function Officer() {
  return <h1>{t('officer.title')}</h1>
}
