/** What an operator can do for the citizen in front of him, and what he did so far. */
import { AssistanceNowDocument } from '../../gql/assistance'
import { useQuery } from '../../net/load'
import { Problem } from '../../parts/Problem'
import { type Key, t } from '../../words/i18n'
import { Deeds } from './Deeds'

const WAYS: [string, string][] = [
  ['seba', '/seba'],
  ['ambulance', '/ambulance'],
  ['ride', '/ride'],
  ['blood', '/rokto'],
  ['complaint', '/nalish'],
  ['shops', '/bazar'],
  ['rent', '/bhara'],
  ['animal', '/haat/sell'],
]

export function Now() {
  const { data, fault, reload } = useQuery(AssistanceNowDocument, {})
  return (
    <>
      <section class="stack">
        <h2>{t('sahayok.can')}</h2>
        <div class="row">
          {WAYS.map(([way, href]) => (
            <a key={way} class="button plain" href={href}>
              {t(`sahayok.do_${way}` as Key)}
            </a>
          ))}
        </div>
        <p class="notice">{t('sahayok.cannot')}</p>
      </section>
      <section class="card stack">
        <h2>{t('sahayok.done')}</h2>
        {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
        {data.value?.assistance && <Deeds deeds={data.value.assistance.deeds} />}
      </section>
    </>
  )
}
