/** One to five stars, which a screen reader hears as a number. */
import { t } from '../../words/i18n'

export function Given({ stars }: { stars: number }) {
  return (
    <p class="given">
      <span aria-hidden="true">{'★'.repeat(stars) + '☆'.repeat(5 - stars)}</span>
      <span class="unseen">{t('seba.gave', { n: stars })}</span>
    </p>
  )
}
