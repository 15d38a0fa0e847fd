import { t } from '../words/i18n'

export default function Log() {
  return <h1>{t('log.title')}</h1>
}
