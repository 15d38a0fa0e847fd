/** What bidders leave at a haat first, and another rule for it. */
import { useSignal } from '@preact/signals'
import { SetDepositDocument } from '../../../gql/haatdesk'
import { useActing } from '../../../net/acting'
import { mutate } from '../../../net/client'
import { Field } from '../../../parts/Field'
import { Opened } from '../../../parts/Opened'
import { toast } from '../../../parts/Toast'
import { t } from '../../../words/i18n'
import { money, parseTaka } from '../../../words/numbers'
import type { Part } from './HaatDesk'
import { percentText, pointsTyped } from './percent'

export function DepositRule({ haat, reload }: Part) {
  const rule = haat.depositRule
  const now = rule
    ? t(rule.ceiling === null ? 'haatdesk.depositNow' : 'haatdesk.depositUpTo', {
        percent: percentText(rule.basisPoints),
        floor: money(rule.floor),
        ceiling: money(rule.ceiling ?? 0),
      })
    : t('haatdesk.noDeposit')
  return (
    <section class="card stack" aria-label={t('haatdesk.deposit')}>
      <h2>{t('haatdesk.deposit')}</h2>
      <p>{now}</p>
      <Opened title={t('haatdesk.depositSet')} show={() => <Form haat={haat} reload={reload} />} />
    </section>
  )
}

function Form({ haat, reload }: Part) {
  const percent = useSignal('')
  const floor = useSignal('')
  const ceiling = useSignal('')
  const { wrong, busy, act } = useActing()

  async function set() {
    const basisPoints = pointsTyped(percent.value)
    const least = parseTaka(floor.value)
    const most = ceiling.value.trim() === '' ? null : parseTaka(ceiling.value)
    if (basisPoints === null || least === null || (most === null && ceiling.value.trim() !== '')) {
      wrong.value = t(basisPoints === null ? 'haatdesk.badPercent' : 'lot.notAmount')
      return
    }
    const input = { haatId: haat.id, basisPoints, floor: least, ceiling: most }
    const went = await act(`deposit ${JSON.stringify(input)}`, async () => {
      return (await mutate(SetDepositDocument, { input })).setDepositRule
    })
    if (went) toast(t('haatdesk.set'))
    await reload()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void set()
      }}
    >
      <Field
        label={t('haatdesk.percent')}
        hint={t('haatdesk.depositHint')}
        inputMode="decimal"
        maxLength={5}
        value={percent.value}
        onValue={value => {
          percent.value = value
        }}
      />
      <Field
        label={t('haatdesk.floor')}
        inputMode="decimal"
        value={floor.value}
        onValue={value => {
          floor.value = value
        }}
      />
      <Field
        label={t('haatdesk.cap')}
        inputMode="decimal"
        value={ceiling.value}
        error={wrong.value}
        onValue={value => {
          ceiling.value = value
        }}
      />
      <button type="submit" disabled={busy.value}>
        {t('haatdesk.depositGo')}
      </button>
    </form>
  )
}
