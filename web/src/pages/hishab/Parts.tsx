/** The parts of a place's figures: each drawn, said in words, and as a table that can be taken along. */
import type { FiguresPlacesQuery, FiguresQuery } from '../../gql'
import { type Bar, Bars, TableBeneath } from '../../parts/Bars'
import { pick, t } from '../../words/i18n'
import { money, number, short } from '../../words/numbers'

type Figures = FiguresQuery['publicFigures']
type Named = { nameBn: string; nameEn: string }

const nameOf = (named: Named | null | undefined) =>
  named ? pick({ bn: named.nameBn, en: named.nameEn }) : t('hishab.none')

export function Services({ services, csv }: { services: Figures['services']; csv: string }) {
  const title = t('hishab.services')
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {services.length === 0 && <p class="soft">{t('hishab.empty')}</p>}
      <Bars
        bars={services.map(each => ({
          label: nameOf(each.place),
          value: each.services,
          said: number(each.services),
        }))}
      />
      {services.length > 0 && (
        <TableBeneath
          title={title}
          csv={csv}
          heads={[t('hishab.place'), t('hishab.count'), t('hishab.providers')]}
          rows={services.map(each => ({
            key: each.place?.id ?? '',
            cells: [nameOf(each.place), number(each.services), number(each.providers)],
          }))}
        />
      )}
    </section>
  )
}

type HaatProps = { haat: Figures['haat']; species: FiguresPlacesQuery['species'] }

export function Sales({ haat, species }: HaatProps) {
  const title = t('hishab.haat')
  const named = (slug: string) => nameOf(species.find(each => each.slug === slug))
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {haat.length === 0 && <p class="soft">{t('hishab.empty')}</p>}
      <Bars
        bars={haat.map(each => ({
          label: named(each.species),
          value: each.animals,
          said:
            each.volume > 0
              ? `${number(each.animals)} · ${short(each.volume)}`
              : number(each.animals),
        }))}
      />
      {haat.length > 0 && (
        <TableBeneath
          title={title}
          heads={[
            t('hishab.species'),
            t('hishab.animals'),
            t('hishab.priced'),
            t('hishab.volume'),
            t('hishab.hasil'),
            t('hishab.perKg'),
          ]}
          rows={haat.map(each => ({
            key: each.species,
            cells: [
              named(each.species),
              number(each.animals),
              number(each.priced),
              money(each.volume),
              money(each.hasil),
              each.perKg === null ? t('hishab.none') : money(each.perKg),
            ],
          }))}
        />
      )}
      <p class="soft">{t('hishab.haatNote')}</p>
    </section>
  )
}

export function Answers({ complaints }: { complaints: Figures['complaints'] }) {
  const title = t('hishab.complaints')
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {complaints.length === 0 && <p class="soft">{t('hishab.empty')}</p>}
      <Bars bars={complaints.map(barOf)} />
      {complaints.length > 0 && (
        <TableBeneath
          title={title}
          heads={[
            t('hishab.kind'),
            t('hishab.lodged'),
            t('hishab.answered'),
            t('hishab.inTime'),
            t('hishab.fixed'),
            t('hishab.median'),
          ]}
          rows={complaints.map(each => ({
            key: each.kind,
            cells: [
              t(`nalish.kind_${each.kind}`),
              number(each.lodged),
              number(each.answered),
              number(each.inTime),
              number(each.fixed),
              each.medianHours === null
                ? t('hishab.none')
                : t('hishab.hours', { n: number(each.medianHours) }),
            ],
          }))}
        />
      )}
      <p class="soft">{t('hishab.complaintsNote')}</p>
    </section>
  )
}

function barOf({ kind, lodged, answered }: Figures['complaints'][number]): Bar {
  const said = t('hishab.ofMany', { many: number(lodged), n: number(answered) })
  return { label: t(`nalish.kind_${kind}`), value: lodged, done: answered, said }
}

export function Saved({ saved }: { saved: Figures['saved'] }) {
  const title = t('hishab.saved')
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      <ul class="kpis">
        <li>
          <b>{number(saved.visits)}</b> {t('hishab.visits')}
        </li>
        <li>
          <b>{number(saved.kilometers)}</b> {t('hishab.km')}
        </li>
      </ul>
      <h3>{t('hishab.method')}</h3>
      <p>{pick({ bn: saved.methodBn, en: saved.methodEn })}</p>
      <p class="soft">
        {t('hishab.sdg')} <span lang="en">{saved.sdg}</span>
      </p>
    </section>
  )
}
