import { t } from '../words/i18n'

export default function Sell() {
  return <h1>{t('sell.title')}</h1>
}
