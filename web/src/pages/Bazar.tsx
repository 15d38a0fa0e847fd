/** The bazar: the shops of the district, those where one is first, each with what is new in it. */
import './shop.css'
import './seba.css'
import './bazar.css'
import { useEffect } from 'preact/hooks'
import { BazarPageDocument } from '../gql/bazar'
import { usePages } from '../net/pages'
import { Empty } from '../parts/Empty'
import { More } from '../parts/More'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import type { PageProps } from '../router'
import { learn } from '../words/bn'
import { bazar as words } from '../words/bn/bazar'
import { t } from '../words/i18n'
import { Choices } from './bazar/Choices'
import { Stall } from './bazar/Stall'
import { isNarrowed, type Reach, reachesOf, type Sought, soughtOf } from './bazar/sought'

learn(words)

export default function Bazar({ search }: PageProps) {
  useEffect(() => {
    document.title = `${t('bazar.title')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="shop bazar stack">
      <h1>{t('bazar.title')}</h1>
      <p class="soft">{t('bazar.lead')}</p>
      <Choices search={search} />
      <Shops
        // What is chosen anew begins with its own first page.
        key={search.toString()}
        reaches={reachesOf(search)}
        sought={soughtOf(search)}
        narrowed={isNarrowed(search)}
      />
      <p class="soft">
        {t('bazar.own')} <a href="/dokan">{t('bazar.toDokan')}</a>
      </p>
    </div>
  )
}

type ShopsProps = { reaches: Reach[]; sought: Sought; narrowed: boolean }

/** The shops of the first of some reaches; when these are all shown, those of the next. */
function Shops({ reaches, sought, narrowed }: ShopsProps) {
  const [reach, ...farther] = reaches
  const first = reach?.beyond === null
  const { edges, fault, more, reload } = usePages(
    BazarPageDocument,
    { within: reach?.within ?? null, outside: reach?.outside ?? null, ...sought },
    data => data.shops,
    first ? { boot: 'BazarPage' } : {},
  )
  if (!reach) return null
  return (
    <>
      {reach.beyond && edges && edges.length > 0 && <h2>{t(`bazar.${reach.beyond}`)}</h2>}
      {fault && <Problem fault={fault} retry={() => void reload()} />}
      {!edges && !fault && <Skeleton rows={first ? 3 : 1} tall />}
      {first && edges?.length === 0 && farther.length > 0 && <p>{t('bazar.noneHere')}</p>}
      {first && edges?.length === 0 && farther.length === 0 && (
        <Empty text={t('bazar.none')}>
          {narrowed && (
            <a class="button" href="/bazar">
              {t('bazar.all')}
            </a>
          )}
        </Empty>
      )}
      {edges && edges.length > 0 && (
        <ul class="cards">
          {edges.map(({ node }) => (
            <li key={node.id}>
              <Stall shop={node} level={first ? 2 : 3} />
            </li>
          ))}
        </ul>
      )}
      <More more={more} />
      {edges && !more && farther.length > 0 && (
        <Shops reaches={farther} sought={sought} narrowed={narrowed} />
      )}
    </>
  )
}
