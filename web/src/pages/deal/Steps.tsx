/** What buyer and seller can do with a deal now. */
import { useSignal } from '@preact/signals'
import {
  AllIsWellDocument,
  HandAnimalOverDocument,
  LeaveSecondChanceDocument,
  ObjectToDealDocument,
  TakeSecondChanceDocument,
} from '../../gql/deal'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Asked } from '../../parts/Asked'
import { Field } from '../../parts/Field'
import { gramsTyped } from '../../parts/weighing'
import { t } from '../../words/i18n'
import { inLatin, money } from '../../words/numbers'
import type { Part } from '../Deal'

export function Steps({ deal, reload }: Part) {
  const { id: dealId, allowedMoves: moves, buying, selling } = deal
  const { wrong, busy, act } = useActing()

  async function go(name: string, what: () => Promise<unknown>) {
    const went = await act(`${name} ${dealId}`, what)
    await reload()
    return went
  }

  return (
    <>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {selling && moves.includes('HAND_OVER') && (
        <HandOver
          busy={busy.value}
          go={given =>
            void go('hand over', async () => {
              const input = { dealId, ...given }
              return (await mutate(HandAnimalOverDocument, { input })).handOver
            })
          }
        />
      )}
      <div class="row">
        {buying && moves.includes('ACCEPT') && (
          <Asked
            plain={false}
            label={t('deal.accept')}
            note={t('deal.acceptNote', { amount: money(deal.amount + deal.hasil - deal.deposit) })}
            yes={t('deal.sure')}
            deed={() =>
              go('accept', async () => {
                return (await mutate(TakeSecondChanceDocument, { dealId })).acceptSecondChance
              })
            }
          />
        )}
        {buying && moves.includes('DECLINE') && (
          <Asked
            label={t('deal.decline')}
            yes={t('deal.sure')}
            deed={() =>
              go('decline', async () => {
                return (await mutate(LeaveSecondChanceDocument, { dealId })).declineSecondChance
              })
            }
          />
        )}
        {buying && moves.includes('COMPLETE') && (
          <Asked
            plain={false}
            label={t('deal.complete')}
            note={t('deal.completeSure')}
            yes={t('deal.completeYes')}
            deed={() =>
              go('complete', async () => {
                return (await mutate(AllIsWellDocument, { dealId })).confirmDeal
              })
            }
          />
        )}
        {moves.includes('DISPUTE') && (
          <Asked
            label={t('deal.dispute')}
            field={t('deal.disputeWhy')}
            yes={t('deal.send')}
            deed={reason =>
              go('dispute', async () => {
                return (await mutate(ObjectToDealDocument, { dealId, reason })).disputeDeal
              })
            }
          />
        )}
      </div>
    </>
  )
}

type Given = { code: string; tag: string; grams: number }

function HandOver({ busy, go }: { busy: boolean; go: (given: Given) => void }) {
  const code = useSignal('')
  const tag = useSignal('')
  const weight = useSignal('')
  const bad = useSignal(false)
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        const grams = gramsTyped(weight.value)
        bad.value = grams === null
        if (grams === null) return
        go({ code: inLatin(code.value).trim(), tag: inLatin(tag.value).trim(), grams })
      }}
    >
      <h2>{t('deal.handOver')}</h2>
      <Field
        label={t('deal.weight')}
        inputMode="decimal"
        autoComplete="off"
        value={weight.value}
        error={bad.value ? t('deal.badWeight') : null}
        onValue={value => {
          weight.value = value
        }}
      />
      <Field
        label={t('deal.tagAsk')}
        autoComplete="off"
        value={tag.value}
        onValue={value => {
          tag.value = value
        }}
      />
      <Field
        label={t('deal.codeAsk')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={code.value}
        onValue={value => {
          code.value = value
        }}
      />
      <button type="submit" disabled={busy}>
        {t('deal.handOverGo')}
      </button>
    </form>
  )
}
