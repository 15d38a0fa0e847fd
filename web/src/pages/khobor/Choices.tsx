/** What one wants to be told of, by which way; the page itself tells everything. */
import { ChooseNewsDocument, NewsChoicesDocument } from '../../gql/khobor'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Problem } from '../../parts/Problem'
import { Skeleton } from '../../parts/Skeleton'
import { t } from '../../words/i18n'

const TOPICS = [
  'BIDS',
  'SALES',
  'MONEY',
  'BOOKINGS',
  'TRIPS',
  'BLOOD',
  'ORDERS',
  'SHARES',
  'ACCOUNT',
] as const
const CHANNELS = ['PUSH', 'SMS'] as const

export function Choices() {
  const { data, fault, reload } = useQuery(NewsChoicesDocument, {}, { perViewer: true })
  const { wrong, busy, act } = useActing()
  if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
  if (!data.value) return <Skeleton rows={4} />
  const choices = data.value.notificationChoices

  return (
    <div class="stack">
      <p class="soft">{t('khobor.choicesNote')}</p>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {TOPICS.map(topic => (
        <fieldset key={topic} class="choice">
          <legend>{t(`khobor.topic_${topic}`)}</legend>
          <div class="row">
            {CHANNELS.map(channel => {
              const held = choices.find(each => each.topic === topic && each.channel === channel)
              return (
                <label key={channel} class="row">
                  <input
                    type="checkbox"
                    checked={held?.wanted ?? true}
                    disabled={busy.value}
                    onChange={event => {
                      const input = { topic, channel, wanted: event.currentTarget.checked }
                      void act(JSON.stringify(input), async () => {
                        return (await mutate(ChooseNewsDocument, { input })).chooseNotifications
                      }).then(reload)
                    }}
                  />
                  {t(`khobor.${channel}`)}
                </label>
              )
            })}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
