/** How long those waited who called an ambulance or a vehicle, by month and upazila. */
import type { ResponsesQuery } from '../../gql'
import { ResponsesDocument } from '../../gql/hishab'
import { useQuery } from '../../net/load'
import { Bars, TableBeneath } from '../../parts/Bars'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { pick, t } from '../../words/i18n'
import { monthName } from '../../words/month'
import { number } from '../../words/numbers'

export type Asked = { within: string; since: string; csv: string }
type Found = ResponsesQuery['publicFigures']['responses']
type Wait = Found['waits'][number]

export function Responses({ within, since, csv }: Asked) {
  const { data, fault, reload } = useQuery(ResponsesDocument, { within, since })
  const title = t('hishab.responses')
  const found = data.value?.publicFigures.responses
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      {!found && !fault.value && <Skeleton rows={2} />}
      {found && <Shown title={title} found={found} csv={csv} />}
    </section>
  )
}

function Shown({ title, found, csv }: { title: string; found: Found; csv: string }) {
  const newest = found.waits.find(({ ambulances }) => ambulances)?.month
  const drawn = found.waits.flatMap(({ ambulances, month, place, arriveMedian }) =>
    ambulances && month === newest && arriveMedian !== null
      ? [{ label: nameOf(place), value: arriveMedian, said: minutes(arriveMedian) }]
      : [],
  )
  return (
    <>
      {found.waits.length === 0 && <p class="soft">{t('hishab.responsesFew')}</p>}
      {newest && drawn.length > 0 && (
        <p class="soft">{t('hishab.responsesNote', { month: monthName(newest) })}</p>
      )}
      <Bars bars={drawn} />
      {found.waits.length > 0 && (
        <TableBeneath
          title={title}
          csv={csv}
          heads={[
            t('hishab.place'),
            t('hishab.month'),
            t('hishab.kind'),
            t('hishab.calls'),
            t('hishab.accepted'),
            t('hishab.acceptMedian'),
            t('hishab.acceptSlow'),
            t('hishab.arrived'),
            t('hishab.arriveMedian'),
            t('hishab.arriveSlow'),
          ]}
          rows={found.waits.map(each => ({
            key: `${each.place?.id} ${each.month} ${each.ambulances}`,
            cells: [
              nameOf(each.place),
              monthName(each.month),
              t(each.ambulances ? 'hishab.ambulance' : 'hishab.vehicle'),
              number(each.calls),
              number(each.accepted),
              minutes(each.acceptMedian),
              minutes(each.acceptSlow),
              number(each.arrived),
              minutes(each.arriveMedian),
              minutes(each.arriveSlow),
            ],
          }))}
        />
      )}
      <h3>{t('hishab.method')}</h3>
      <p>{pick({ bn: found.methodBn, en: found.methodEn })}</p>
    </>
  )
}

function nameOf(place: Wait['place']): string {
  return place ? pick({ bn: place.nameBn, en: place.nameEn }) : t('hishab.none')
}

function minutes(n: number | null): string {
  return n === null ? t('hishab.none') : t('hishab.minutes', { n: number(n) })
}
