import { t } from '../words/i18n'

export default function Sale() {
  return <h1>{t('sale.title')}</h1>
}
