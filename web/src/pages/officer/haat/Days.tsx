/** The days of a haat: announced, opened, brought to their end. */
import { useSignal } from '@preact/signals'
import {
  BeginToCloseDocument,
  CloseDayDocument,
  HaatDaysDocument,
  OpenDayDocument,
  PlanDayDocument,
} from '../../../gql/haatdesk'
import { useActing } from '../../../net/acting'
import { mutate } from '../../../net/client'
import { serverNow } from '../../../net/clock'
import { useQuery } from '../../../net/load'
import { Field } from '../../../parts/Field'
import { Opened } from '../../../parts/Opened'
import { Problem } from '../../../parts/Problem'
import { Skeleton } from '../../../parts/Skeleton'
import { Steps } from '../../../parts/Steps'
import { toast } from '../../../parts/Toast'
import { t, titleOf } from '../../../words/i18n'
import { clockTime, dhakaField, longDate, momentOfField } from '../../../words/time'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const USUAL_LENGTH_MS = 8 * HOUR_MS

export function Days({ haatId }: { haatId: string }) {
  const { data, fault, reload } = useQuery(HaatDaysDocument, { haatId })
  const days = data.value?.haatSessions.edges.map(({ node }) => node)
  return (
    <section class="card stack" aria-label={t('haatdesk.days')}>
      <h2>{t('haatdesk.days')}</h2>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      {!days && !fault.value && <Skeleton rows={2} />}
      {days?.length === 0 && <p class="soft">{t('haatdesk.noDays')}</p>}
      <ul class="lines">
        {days?.map(({ id: sessionId, state, startsAt, endsAt, officerName, ...day }) => (
          <li key={sessionId} class="stack">
            <h3>{titleOf(day)}</h3>
            <p>
              <strong>{t(`haatdesk.${state}`)}</strong>
              <span class="soft"> · {t('haatdesk.charge', { name: officerName })}</span>
            </p>
            <p class="soft">
              {longDate(startsAt)}, {clockTime(startsAt)} – {longDate(endsAt)}, {clockTime(endsAt)}
            </p>
            <Steps
              id={sessionId}
              reload={reload}
              steps={[
                {
                  label: t('haatdesk.open'),
                  when: state === 'PLANNED',
                  yes: t('haatdesk.sure'),
                  plain: false,
                  send: async () => (await mutate(OpenDayDocument, { sessionId })).openSession,
                },
                {
                  label: t('haatdesk.closing'),
                  when: state === 'OPEN',
                  note: t('haatdesk.closingNote'),
                  yes: t('haatdesk.sure'),
                  plain: true,
                  send: async () =>
                    (await mutate(BeginToCloseDocument, { sessionId })).beginClosingSession,
                },
                {
                  label: t('haatdesk.close'),
                  when: state === 'CLOSING',
                  yes: t('haatdesk.sure'),
                  plain: false,
                  send: async () => (await mutate(CloseDayDocument, { sessionId })).closeSession,
                },
              ]}
            />
          </li>
        ))}
      </ul>
      <Opened title={t('haatdesk.plan')} show={() => <Plan haatId={haatId} reload={reload} />} />
    </section>
  )
}

function Plan({ haatId, reload }: { haatId: string; reload: () => Promise<void> }) {
  const titleBn = useSignal('সাপ্তাহিক হাট')
  const titleEn = useSignal('Weekly haat')
  const starts = useSignal(dhakaField(serverNow() + DAY_MS))
  const ends = useSignal(dhakaField(serverNow() + DAY_MS + USUAL_LENGTH_MS))
  const { wrong, busy, act } = useActing()

  async function plan() {
    const startsAt = momentOfField(starts.value)
    const endsAt = momentOfField(ends.value)
    if (!startsAt || !endsAt) {
      wrong.value = t('haatdesk.badTime')
      return
    }
    const about = { haatId, titleBn: titleBn.value, titleEn: titleEn.value, startsAt, endsAt }
    const went = await act(`plan ${JSON.stringify(about)}`, async idempotencyKey => {
      return (await mutate(PlanDayDocument, { input: { ...about, idempotencyKey } })).planSession
    })
    if (went) toast(t('haatdesk.planned'))
    await reload()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void plan()
      }}
    >
      <Field
        label={t('haatdesk.titleBn')}
        value={titleBn.value}
        maxLength={120}
        onValue={value => {
          titleBn.value = value
        }}
      />
      <Field
        label={t('haatdesk.titleEn')}
        value={titleEn.value}
        maxLength={120}
        onValue={value => {
          titleEn.value = value
        }}
      />
      <Field
        label={t('haatdesk.starts')}
        type="datetime-local"
        value={starts.value}
        onValue={value => {
          starts.value = value
        }}
      />
      <Field
        label={t('haatdesk.ends')}
        type="datetime-local"
        value={ends.value}
        error={wrong.value}
        onValue={value => {
          ends.value = value
        }}
      />
      <button type="submit" disabled={busy.value}>
        {t('haatdesk.planGo')}
      </button>
    </form>
  )
}
