/** One haat in the hands of its officers: its days, what it takes, and cash. */
import { useSignal } from '@preact/signals'
import type { HaatDeskQuery } from '../../../gql'
import { HaatDeskDocument } from '../../../gql/haatdesk'
import { useQuery } from '../../../net/load'
import { Empty } from '../../../parts/Empty'
import { Select } from '../../../parts/Field'
import { Problem } from '../../../parts/Problem'
import { Skeleton } from '../../../parts/Skeleton'
import { learn } from '../../../words/bn'
import { haatdesk as words } from '../../../words/bn/haatdesk'
import { pick, t } from '../../../words/i18n'
import { CashDesk } from './CashDesk'
import { Days } from './Days'
import { DepositRule } from './DepositRule'
import { Tolls } from './Tolls'

learn(words)

type Haat = HaatDeskQuery['myHaats'][number]
export type Part = { haat: Haat; reload: () => Promise<void> }

export function HaatDesk() {
  const { data, fault, reload } = useQuery(HaatDeskDocument, {}, { perViewer: true })
  const chosen = useSignal('')
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const { myHaats, species } = data.value
  const haat = myHaats.find(({ id }) => id === chosen.value) ?? myHaats[0]
  if (!haat) return <Empty text={t('haatdesk.none')} />
  const part = { haat, reload }
  return (
    <>
      <Select
        label={t('haatdesk.haat')}
        value={haat.id}
        onValue={value => {
          chosen.value = value
        }}
        options={myHaats.map(({ id, nameBn, nameEn }) => ({
          value: id,
          label: pick({ bn: nameBn, en: nameEn }),
        }))}
      />
      <Days key={`days ${haat.id}`} haatId={haat.id} />
      <Tolls key={`tolls ${haat.id}`} {...part} species={species} />
      <DepositRule key={`deposit ${haat.id}`} {...part} />
      <CashDesk />
    </>
  )
}
