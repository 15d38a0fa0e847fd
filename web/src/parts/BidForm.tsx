/** Where an amount is typed, checked, confirmed and sent; whatever happens, the amount stays. */
import { useId } from 'preact/hooks'
import { type Bidding, type Objection, type Own, plain } from '../lot/bidding'
import { type LotView, minimumOf, quickBids } from '../lot/state'
import { canAct, connection } from '../net/live'
import { pick, t } from '../words/i18n'
import { money } from '../words/numbers'
import { ConfirmBid } from './ConfirmBid'
import { onDemand } from './onDemand'

// Shown once to each bidder of a haat.
const RegisterSheet = onDemand(() => import('./RegisterSheet').then(each => each.RegisterSheet))

type Props = { lot: LotView; own: Own; bidding: Bidding }

export function BidForm({ lot, own, bidding }: Props) {
  const id = useId()
  const wrong = bidding.objection.value
  const leading = own !== null && lot.leader === own.bidder
  const busy = bidding.attempt.value !== null
  const off = !canAct.value || busy
  const asked = bidding.asked.value
  return (
    <form
      class="bid-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!off) void bidding.submit(lot, own)
      }}
    >
      <label for={id}>{t('lot.yourBid')}</label>
      <div class="bid-line">
        <input
          id={id}
          inputMode="decimal"
          autocomplete="off"
          enterkeyhint="go"
          placeholder={leading ? '' : plain(minimumOf(lot))}
          value={bidding.typed.value}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={`${id}-said`}
          onInput={event => bidding.type(event.currentTarget.value)}
        />
        <button type="submit" disabled={off}>
          {t('lot.place')}
        </button>
      </div>
      <QuickBids lot={lot} own={leading ? own : null} bidding={bidding} off={off} />
      <p class="said" id={`${id}-said`} role={wrong ? 'alert' : undefined}>
        {wrong ? (
          <span class="error">
            {objectionText(wrong)}{' '}
            {wrong.kind === 'refused' && wrong.short && (
              <a href="/haat/deposits">{t('lot.toDeposit')}</a>
            )}
          </span>
        ) : (
          <Hint lot={lot} leading={leading} />
        )}
      </p>
      {asked?.kind === 'confirm' && (
        <ConfirmBid
          lot={lot}
          question={asked}
          off={!canAct.value}
          yes={() => void bidding.confirm(lot, own)}
          no={() => bidding.leave()}
        />
      )}
      {asked?.kind === 'register' && (
        <RegisterSheet
          amount={asked.amount}
          register={name => bidding.register(name)}
          close={() => bidding.leave()}
        />
      )}
    </form>
  )
}

/** One, two, five steps over the price; for the leader, over his own maximum. */
function QuickBids({ lot, own, bidding, off }: Props & { off: boolean }) {
  return (
    <div class="steps">
      {quickBids(lot, own?.maximum ?? null).map(({ amount, more }, place) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: three buttons that keep their place
          key={place}
          type="button"
          class="plain"
          disabled={off}
          onClick={() => bidding.type(plain(amount))}
        >
          {more > 0 ? `+${money(more)}` : money(amount)}
          {more > 0 && <span class="unseen">: {money(amount)}</span>}
        </button>
      ))}
    </div>
  )
}

function Hint({ lot, leading }: { lot: LotView; leading: boolean }) {
  // Before the first connection the server's own words stand here, and stay.
  if (connection.value === 'reconnecting' || connection.value === 'offline') {
    return <span class="soft">{t('lot.waiting')}</span>
  }
  if (leading) return <span class="soft">{t('lot.raiseHint')}</span>
  return (
    <span class="soft">
      {t('lot.least', { amount: money(minimumOf(lot)) })} {t('lot.proxy')}
    </span>
  )
}

function objectionText(wrong: Objection): string {
  switch (wrong.kind) {
    case 'refused':
      return pick(wrong)
    case 'amount':
      return t('lot.notAmount')
    case 'whole':
      return t('lot.notWhole')
    case 'high':
      return t('lot.tooHigh', { amount: money(wrong.amount) })
    case 'low':
      return t('lot.tooLow', { amount: money(wrong.amount) })
    case 'raise':
      return t('lot.notRaised', { amount: money(wrong.amount) })
  }
}
