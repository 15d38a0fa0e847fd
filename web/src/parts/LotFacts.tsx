/** What is known of an animal: where from, how old, marked by what, seen by which vet. */
import type { LotView } from '../lot/state'
import { type Key, pick, t } from '../words/i18n'
import { longDate } from '../words/time'

export function LotFacts({ lot }: { lot: LotView }) {
  const { animal } = lot
  const { clearance } = animal
  const vet = clearance?.validUntil
    ? t('lot.vetUntil', { name: clearance.vetName, day: longDate(clearance.validUntil) })
    : t('lot.noVet')
  const facts: [Key, string | undefined][] = [
    ['lot.seller', animal.sellerName],
    ['lot.from', [animal.village, animal.origin?.nameInFull].filter(Boolean).join(', ')],
    ['lot.breed', pick({ bn: animal.breed.nameBn, en: animal.breed.nameEn })],
    ['lot.color', animal.coatColor],
    ['lot.teeth', animal.teeth === null ? '' : t('lot.teethN', { n: animal.teeth })],
    ['lot.tag', animal.tags.map(tag => tag.value).join(', ')],
    ['lot.vet', vet],
    ['lot.qurbani', t(`lot.fit_${animal.qurbani.fitness}` as Key)],
  ]
  return (
    <section class="lot-facts">
      <h2>{t('lot.about')}</h2>
      <dl>
        {facts.map(
          ([key, value]) =>
            value && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
