/** What is known of an animal: where from, marked by what, seen by which vet; and the rules of bidding. */
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { LotView } from '../lot/state'
import type { More } from '../lot/useLot'
import { type Key, lang, pick, t } from '../words/i18n'
import { digits, money, number } from '../words/numbers'
import { longDate } from '../words/time'

export function LotFacts({ lot, more }: { lot: LotView; more: More | null }) {
  const { animal } = lot
  const { breed, sex, teeth } = animal
  const facts: [Key, string | null][] = [
    ['lot.seller', animal.sellerName],
    ['lot.from', placeOf(lot)],
    ['lot.breed', pick({ bn: breed.nameBn, en: breed.nameEn })],
    ['lot.sex', pick({ bn: sex.nameBn, en: sex.nameEn })],
    ['lot.color', animal.coatColor],
    ['lot.teeth', teeth === null ? null : number(teeth)],
    ['lot.vet', vetText(animal.clearance)],
    ['lot.qurbani', t(`lot.fit_${animal.qurbani.fitness}` as Key)],
    // Last, for it comes last: what stands above it keeps its place.
    ['lot.haat', more && pick({ bn: more.haat.nameBn, en: more.haat.nameEn })],
    ['lot.hasil', more && hasilText(more)],
  ]
  return (
    <section class="lot-facts">
      <h2>{t('lot.about')}</h2>
      <dl>
        <div>
          <dt>{t('lot.tag')}</dt>
          <dd>
            {animal.tags.map(tag => (
              <span key={tag.scheme} class="tag" lang="en">
                {tag.value}
              </span>
            ))}
          </dd>
        </div>
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
      {more?.description && <p class="description">{more.description}</p>}
      <Rules lot={lot} />
    </section>
  )
}

/** The toll of the haat at the present price, or that it is told there. */
function hasilText({ hasil }: More): string {
  if (!hasil) return t('lot.hasilUnknown')
  const { wordsBn, wordsEn } = hasil.rule
  return `${money(hasil.amount)} · ${pick({ bn: wordsBn, en: wordsEn })}`
}

/** How bidding goes, where it is needed: nobody should leave a running lot to read it. */
function Rules({ lot }: { lot: LotView }) {
  const minutes = number(Math.round(lot.softCloseS / 60))
  const element = useRef<HTMLDetailsElement>(null)
  useOpened(element)
  return (
    <details ref={element} class="rules" id="rules">
      <summary>{t('lot.rules')}</summary>
      <ul>
        <li>{t('lot.rule1')}</li>
        <li>{t('lot.rule2')}</li>
        <li>{t('lot.rule3', { minutes })}</li>
        <li>{t('lot.rule4')}</li>
        <li>{t('lot.rule5')}</li>
        <li>
          {t('lot.rule6')} <a href={`/haat/${lot.number}/log`}>{t('lot.log')}</a>
        </li>
      </ul>
    </details>
  )
}

/** A link to the rules opens them; not every browser does so by itself. */
function useOpened(rules: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const open = () => {
      if (location.hash === '#rules' && rules.current) rules.current.open = true
    }
    open()
    addEventListener('hashchange', open)
    return () => removeEventListener('hashchange', open)
  }, [rules])
}

function placeOf({ animal }: LotView): string {
  const { village, origin } = animal
  const names = [origin, origin?.parent].map(
    each => each && pick({ bn: each.nameBn, en: each.nameEn }),
  )
  return [village, ...names].filter(Boolean).join(', ')
}

type Clearance = NonNullable<LotView['animal']['clearance']>

/** Return which vet passed an animal until when, or that none did. */
export function vetText(clearance: Clearance | null): string {
  if (!clearance?.passed || !clearance.validUntil) return t('lot.noVet')
  const day = longDate(clearance.validUntil)
  const number = lang.value === 'bn' ? digits(clearance.registrationNo) : clearance.registrationNo
  return t('lot.vetUntil', { name: clearance.vetName, number, day })
}
