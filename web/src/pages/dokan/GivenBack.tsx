/** Things that come back to the shop: taken or refused, and how they arrived. */
import type { OrderViewFragment } from '../../gql'
import { AnswerGiveBackDocument, GotBackDocument } from '../../gql/counter'
import { mutate } from '../../net/client'
import { Asked } from '../../parts/Asked'
import { learn } from '../../words/bn'
import { shopforms as forms } from '../../words/bn/shopforms'
import { type Key, t } from '../../words/i18n'
import { number } from '../../words/numbers'
import { thingText } from '../shop/words'
import type { Go } from './Arriving'

learn(forms)

type BackProps = {
  one: OrderViewFragment['returns'][number]
  order: OrderViewFragment
  go: Go
}

export function GivenBack({ one, order, go }: BackProps) {
  const { id: returnId, allowedTransitions: moves } = one
  const answer = (agreed: boolean) => (words: string) =>
    go(`answer ${returnId}`, async () => {
      return (await mutate(AnswerGiveBackDocument, { returnId, agreed, words })).answerReturn
    })
  return (
    <div class="notice stack">
      <p>
        <strong>{t(`order.return_${one.state}` as Key)}</strong> · {t(`order.${one.remedy}` as Key)}
      </p>
      <p class="soft">
        {one.lines
          .map(({ lineId, quantity }) => {
            const line = order.lines.find(each => each.id === lineId)
            return line && `${thingText(line)} × ${number(quantity)}`
          })
          .filter(Boolean)
          .join(', ')}
        : {one.reason}
      </p>
      <div class="row">
        {moves.includes('APPROVE') && (
          <Asked
            plain={false}
            label={t('shopforms.approve')}
            yes={t('order.sure')}
            deed={answer(true)}
          />
        )}
        {moves.includes('REJECT') && (
          <Asked
            label={t('shopforms.refuse')}
            field={t('order.why')}
            yes={t('order.sure')}
            deed={answer(false)}
          />
        )}
        {moves.includes('RECEIVE') && (
          <>
            <Got one={one} as="sound" go={go} />
            <Got one={one} as="damaged" go={go} />
          </>
        )}
      </div>
    </div>
  )
}

type GotProps = Omit<BackProps, 'order'> & { as: 'sound' | 'damaged' }

/** What came back: all of it whole, or all of it broken. */
function Got({ one, as, go }: GotProps) {
  return (
    <Asked
      plain={as === 'damaged'}
      label={t(`keeper.${as}`)}
      note={t('shopforms.gotNote')}
      yes={t('order.sure')}
      deed={() =>
        go(`got ${one.id}`, async () => {
          const lines = one.lines.map(({ lineId, quantity }) => ({
            lineId,
            sound: as === 'sound' ? quantity : 0,
            damaged: as === 'damaged' ? quantity : 0,
            missing: 0,
          }))
          return (await mutate(GotBackDocument, { input: { returnId: one.id, lines } }))
            .receiveReturn
        })
      }
    />
  )
}
