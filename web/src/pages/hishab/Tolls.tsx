/** How often a haat was said to take too much toll, and what its officers found. */
import { useSignal } from '@preact/signals'
import { TollComplaintsDocument, TollHaatsDocument } from '../../gql/hishab'
import { useQuery } from '../../net/load'
import { Select } from '../../parts/Field'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { type Key, pick, t } from '../../words/i18n'
import { money, number } from '../../words/numbers'

export function Tolls() {
  const { data } = useQuery(TollHaatsDocument, {})
  const chosen = useSignal('')
  const haats = data.value?.haats.edges.map(({ node }) => node) ?? []
  const haatId = chosen.value || haats[0]?.id
  const title = t('hishab.tolls')
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {haats.length > 0 && (
        <Select
          label={t('hishab.tollHaat')}
          value={haatId ?? ''}
          onValue={value => {
            chosen.value = value
          }}
          options={haats.map(({ id, nameBn, nameEn }) => ({
            value: id,
            label: pick({ bn: nameBn, en: nameEn }),
          }))}
        />
      )}
      {haatId && <Found haatId={haatId} />}
      {data.value && haats.length === 0 && <p class="soft">{t('hishab.empty')}</p>}
    </section>
  )
}

function Found({ haatId }: { haatId: string }) {
  const { data, fault, reload } = useQuery(TollComplaintsDocument, { haatId })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={2} />
  const { reported, waiting, upheld, dismissed, over } = data.value.overchargeCount
  const figures: [Key, string][] = [
    ['hishab.tollsSaid', number(reported)],
    ['hishab.tollsWait', number(waiting)],
    ['hishab.tollsRight', number(upheld)],
    ['hishab.tollsWrong', number(dismissed)],
    ['hishab.tollsOver', money(over)],
  ]
  return (
    <ul class="kpis" aria-live="polite">
      {figures.map(([key, figure]) => (
        <li key={key}>
          <b>{figure}</b> {t(key)}
        </li>
      ))}
    </ul>
  )
}
