import { t } from '../words/i18n'

export default function Hall() {
  return <h1>{t('hall.title')}</h1>
}
