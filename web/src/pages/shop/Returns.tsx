/** Giving things back: which, how many and why, and how what goes back stands. */
import { useSignal } from '@preact/signals'
import type { OrderViewFragment, ReturnRemedy } from '../../gql'
import { AskToGiveBackDocument, KeepItDocument, SentBackDocument } from '../../gql/orders'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Choice } from '../../parts/Choice'
import { Select, TextArea } from '../../parts/Field'
import { type Key, t } from '../../words/i18n'
import { money, number } from '../../words/numbers'
import type { Buyer } from '../Orders'
import { thingText } from './words'

type Props = { order: OrderViewFragment; buyer: Buyer }

export function Returns({ order, buyer }: Props) {
  const { guestToken, reload } = buyer
  const { wrong, busy, act } = useActing({ guests: true })
  async function go(name: string, what: () => Promise<unknown>) {
    await act(name, what)
    await reload()
  }
  return (
    <>
      {order.returns.map(one => (
        <article key={one.id} class="notice stack">
          <p>
            <strong>{t(`order.return_${one.state}` as Key)}</strong> ·{' '}
            {t(`order.${one.remedy}` as Key)}
            {one.refundAmount > 0 && ` · ${money(one.refundAmount)}`}
          </p>
          <p class="soft">
            {one.lines
              .map(({ lineId, quantity }) => {
                const line = order.lines.find(each => each.id === lineId)
                return line && `${thingText(line)} × ${number(quantity)}`
              })
              .filter(Boolean)
              .join(', ')}
            : {one.reason} {one.answer && `— ${one.answer}`}
          </p>
          <div class="row">
            {one.allowedTransitions.includes('SEND') && (
              <button
                type="button"
                disabled={busy.value}
                onClick={() =>
                  void go(`sent ${one.id}`, async () => {
                    const variables = { returnId: one.id, guestToken }
                    return (await mutate(SentBackDocument, variables)).sendReturn
                  })
                }
              >
                {t('order.sentBack')}
              </button>
            )}
            {one.allowedTransitions.includes('CANCEL') && (
              <button
                type="button"
                class="plain"
                disabled={busy.value}
                onClick={() =>
                  void go(`keep ${one.id}`, async () => {
                    const variables = { returnId: one.id, guestToken }
                    return (await mutate(KeepItDocument, variables)).cancelReturn
                  })
                }
              >
                {t('order.keep')}
              </button>
            )}
          </div>
        </article>
      ))}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {order.state === 'DELIVERED' && <GiveBack order={order} buyer={buyer} />}
    </>
  )
}

function GiveBack({ order, buyer }: Props) {
  const wanted = useSignal<Record<string, number>>({})
  const remedy = useSignal<ReturnRemedy>('REFUND')
  const reason = useSignal('')
  const { wrong, busy, act } = useActing({ guests: true })
  const lines = order.lines.filter(line => line.delivered > line.returned)
  if (lines.length === 0) return null

  async function send() {
    const chosen = Object.entries(wanted.value)
      .filter(([, quantity]) => quantity > 0)
      .map(([lineId, quantity]) => ({ lineId, quantity }))
    if (chosen.length === 0 || !reason.value.trim()) {
      wrong.value = t('order.fill')
      return
    }
    const input = {
      orderId: order.id,
      lines: chosen,
      remedy: remedy.value,
      reason: reason.value.trim(),
      guestToken: buyer.guestToken,
    }
    await act(`give back ${JSON.stringify(input)}`, async idempotencyKey => {
      const variables = { input: { ...input, idempotencyKey } }
      return (await mutate(AskToGiveBackDocument, variables)).requestReturn
    })
    await buyer.reload()
  }

  return (
    <details>
      <summary>{t('order.giveBack')}</summary>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        {lines.map(line => (
          <Select
            key={line.id}
            label={t('order.howMany', { thing: thingText(line) })}
            value={String(wanted.value[line.id] ?? 0)}
            onValue={value => {
              wanted.value = { ...wanted.value, [line.id]: Number(value) }
            }}
            options={Array.from({ length: line.delivered - line.returned + 1 }, (_, n) => ({
              value: String(n),
              label: number(n),
            }))}
          />
        ))}
        <Choice
          label={t('order.remedy')}
          value={remedy.value}
          onValue={value => {
            remedy.value = value as ReturnRemedy
          }}
          options={[
            { value: 'REFUND', label: t('order.REFUND') },
            { value: 'REPLACE', label: t('order.REPLACE') },
          ]}
        />
        <TextArea
          label={t('order.why')}
          rows={2}
          maxLength={300}
          value={reason.value}
          onValue={value => {
            reason.value = value
          }}
        />
        <button type="submit" disabled={busy.value}>
          {t('order.giveBackGo')}
        </button>
        {wrong.value && (
          <p class="notice bad" role="alert">
            {wrong.value}
          </p>
        )}
      </form>
    </details>
  )
}
