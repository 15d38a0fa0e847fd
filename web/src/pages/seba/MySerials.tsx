/** The viewer's numbers that still count, on his page. */
import { MySerialsDocument } from '../../gql/mine'
import { useQuery } from '../../net/load'
import { t } from '../../words/i18n'
import { number } from '../../words/numbers'
import { clockTime, longDate } from '../../words/time'

const WAITS = new Set(['WAITING', 'CALLED', 'SKIPPED'])

export function MySerials() {
  const { data } = useQuery(MySerialsDocument, {}, { perViewer: true })
  const own = data.value?.mySerials.edges.map(({ node }) => node) ?? []
  const open = own.filter(one => WAITS.has(one.state))
  if (open.length === 0) return null
  return (
    <section aria-label={t('mine.serials')}>
      <h2>{t('mine.serials')}</h2>
      <ul class="lines">
        {open.map(({ id, number: own, sitting }) => (
          <li key={id} class="card">
            <a href={`/seba/sitting/${sitting.id.replace('Sitting:', '')}`}>
              {sitting.provider.name}, {longDate(sitting.startsAt)}, {clockTime(sitting.startsAt)}
            </a>
            <p>
              {t('mine.now')} {number(sitting.nowServing)}, {t('mine.yours')} {number(own)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
