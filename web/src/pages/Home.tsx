import { t } from '../words/i18n'

export default function Home() {
  return <h1>{t('home.title')}</h1>
}
