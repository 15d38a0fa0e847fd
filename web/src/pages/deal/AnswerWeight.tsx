/** The scale shows another weight than was written down: the buyer takes it so, or goes. */
import { SayToWeightDocument } from '../../gql/dealing'
import { mutate } from '../../net/client'
import { Steps } from '../../parts/Steps'
import { t } from '../../words/i18n'
import { money, number } from '../../words/numbers'
import type { Part } from '../Deal'

const GRAMS = 1000

export function AnswerWeight({ deal, reload }: Part) {
  const { id: dealId, buying, perKg, declaredGrams, weighedGrams } = deal
  const grams = weighedGrams ?? 0
  const say = (agree: boolean) => async () =>
    (await mutate(SayToWeightDocument, { dealId, grams, agree })).answerWeight
  return (
    <div class="notice stack">
      <p>
        {t('deal.otherWeight', {
          declared: number((declaredGrams ?? 0) / GRAMS),
          weighed: number(grams / GRAMS),
        })}
        {perKg !== null && ` ${t('deal.costsNow', { perKg: money(perKg) })}`}
      </p>
      {!buying && <p>{t('deal.waitsForWord')}</p>}
      <Steps
        id={`${dealId} ${grams}`}
        reload={reload}
        steps={[
          {
            label: t('deal.takeSo'),
            when: buying,
            note: t('deal.takeSoNote'),
            yes: t('deal.sure'),
            plain: false,
            send: say(true),
          },
          {
            label: t('deal.leaveSo'),
            when: buying,
            note: t('deal.forBuyerNote'),
            yes: t('deal.sure'),
            plain: true,
            send: say(false),
          },
        ]}
      />
    </div>
  )
}
