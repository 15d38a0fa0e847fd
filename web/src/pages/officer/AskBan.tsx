/** Asking that a bidder be barred: first who he is, by lot and number, then the request. */
import { useSignal } from '@preact/signals'
import type { BarringLotsQuery } from '../../gql'
import { AskForBanDocument, BarringLotsDocument, RevealBidderDocument } from '../../gql/barring'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { useQuery } from '../../net/load'
import { Empty } from '../../parts/Empty'
import { Field, Select, TextArea } from '../../parts/Field'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { toast } from '../../parts/Toast'
import { learn } from '../../words/bn'
import { barring as words } from '../../words/bn/barring'
import { t, titleOf } from '../../words/i18n'
import { inLatin, number } from '../../words/numbers'
import { dhakaField, momentOfField } from '../../words/time'

learn(words)

// As long as the house bars who did not pay.
const USUAL_MS = 90 * 24 * 3_600_000

type Lot = BarringLotsQuery['running']['edges'][number]['node']
type Person = { accountId: string; haatId: string; name: string; bidder: number }
type Props = { after: () => Promise<void> }

export function AskBan({ after }: Props) {
  const { data, fault, reload } = useQuery(BarringLotsDocument, {}, { perViewer: true })
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={3} />
  const { myHaats, running, ended } = data.value
  const own = new Set(myHaats.map(({ id }) => id))
  const lots = [...running.edges, ...ended.edges]
    .map(({ node }) => node)
    .filter(({ haat, bidderCount }) => own.has(haat.id) && bidderCount > 0)
  return lots.length ? <Form lots={lots} after={after} /> : <Empty text={t('barring.noLots')} />
}

function Form({ lots, after }: Props & { lots: Lot[] }) {
  const lotId = useSignal(lots[0]?.id ?? '')
  const bidder = useSignal('')
  const reason = useSignal('')
  const person = useSignal<Person | null>(null)
  const { wrong, busy, act } = useActing()
  const lot = lots.find(({ id }) => id === lotId.value)

  async function look() {
    const chosen = Number(inLatin(bidder.peek()).trim())
    if (!(Number.isInteger(chosen) && chosen > 0)) {
      wrong.value = t('barring.whichNumber')
      return
    }
    const asked = { lotId: lotId.peek(), bidder: chosen, reason: reason.peek().trim() }
    await act(`look ${JSON.stringify(asked)}`, async () => {
      const said = (await mutate(RevealBidderDocument, asked)).revealBidder
      if (said.__typename === 'RevealedBidder') person.value = { ...said, bidder: chosen }
      return said
    })
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void look()
      }}
    >
      <Select
        label={t('barring.lot')}
        value={lotId.value}
        onValue={value => {
          lotId.value = value
          person.value = null
        }}
        options={lots.map(each => ({
          value: each.id,
          label: t('barring.lotName', { title: titleOf(each), n: number(each.number) }),
        }))}
      />
      <Field
        label={t('barring.bidder')}
        hint={t('barring.bidderHint', { n: number(lot?.bidderCount ?? 0) })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={bidder.value}
        onValue={value => {
          bidder.value = value
          person.value = null
        }}
      />
      <TextArea
        label={t('barring.reason')}
        hint={t('barring.reasonHint')}
        maxLength={500}
        value={reason.value}
        error={wrong.value}
        onValue={value => {
          reason.value = value
        }}
      />
      {person.value ? (
        <Request
          key={person.value.accountId}
          person={person.value}
          reason={reason.value.trim()}
          after={async () => {
            person.value = null
            bidder.value = ''
            reason.value = ''
            await after()
          }}
        />
      ) : (
        <>
          <p class="soft">{t('barring.lookNote')}</p>
          <button type="submit" disabled={busy.value}>
            {t('barring.look')}
          </button>
        </>
      )}
    </form>
  )
}

function Request({ person, reason, after }: Props & { person: Person; reason: string }) {
  const day = useSignal(dhakaField(serverNow() + USUAL_MS).slice(0, 10))
  const { wrong, busy, act } = useActing()
  const { accountId, haatId } = person

  async function ask() {
    const until = momentOfField(`${day.peek()}T23:59`)
    if (!until) {
      wrong.value = t('barring.wrongDay')
      return
    }
    const asked = { accountId, haatId, until, reason }
    const went = await act(JSON.stringify(asked), async idempotencyKey => {
      return (await mutate(AskForBanDocument, { input: { ...asked, idempotencyKey } })).askBan
    })
    if (!went) return
    toast(t('barring.asked'))
    await after()
  }

  return (
    <div class="card stack" role="status">
      <p>
        <strong>
          {t('barring.is', {
            n: number(person.bidder),
            name: person.name || t('barring.noName'),
          })}
        </strong>
      </p>
      <Field
        label={t('barring.until')}
        type="date"
        value={day.value}
        error={wrong.value}
        onValue={value => {
          day.value = value
        }}
      />
      <p class="soft">{t('barring.askNote')}</p>
      <button type="button" disabled={busy.value} onClick={() => void ask()}>
        {t('barring.ask')}
      </button>
    </div>
  )
}
