/** Packing a part of an order: how many of each line go into this parcel. */
import { useSignal } from '@preact/signals'
import type { OrderViewFragment } from '../../gql'
import { PackGoodsDocument } from '../../gql/keeping'
import { mutate } from '../../net/client'
import { Select } from '../../parts/Field'
import { learn } from '../../words/bn'
import { shopforms as forms } from '../../words/bn/shopforms'
import { t } from '../../words/i18n'
import { number } from '../../words/numbers'
import { thingText } from '../shop/words'
import type { Go } from './Arriving'

learn(forms)

type Props = { order: OrderViewFragment; busy: boolean; go: Go }

export function PartForm({ order, busy, go }: Props) {
  const counts = useSignal<Record<string, number>>({})
  const left = order.lines.filter(line => line.quantity > line.shipped)
  const lines = left.flatMap(({ id }) => {
    const quantity = counts.value[id] ?? 0
    return quantity > 0 ? [{ lineId: id, quantity }] : []
  })
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        const input = { orderId: order.id, lines }
        void go(`pack ${JSON.stringify(lines)}`, async () => {
          return (await mutate(PackGoodsDocument, { input })).packOrder
        }).then(went => {
          if (went) counts.value = {}
        })
      }}
    >
      {left.map(line => (
        <Select
          key={line.id}
          label={thingText(line)}
          value={String(counts.value[line.id] ?? 0)}
          onValue={value => {
            counts.value = { ...counts.peek(), [line.id]: Number(value) }
          }}
          options={[...Array(line.quantity - line.shipped + 1).keys()].map(n => ({
            value: String(n),
            label: number(n),
          }))}
        />
      ))}
      <button type="submit" disabled={busy || lines.length === 0}>
        {t('shopforms.packThese')}
      </button>
    </form>
  )
}
