/** One service of one's own: how it stands, its prices, and all that can be changed of it. */
import { useSignal } from '@preact/signals'
import { EndOfferDocument, EndPriceDocument, HandOfferInDocument } from '../../gql/offer'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Asked } from '../../parts/Asked'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { Said } from '../../parts/Said'
import { type Key, t, titleOf } from '../../words/i18n'
import { number } from '../../words/numbers'
import type { DeskProps, Offer } from '../Offers'
import { optionText, priceText } from '../seba/words'

const ServiceForm = onDemand(() => import('./ServiceForm').then(each => each.ServiceForm), 4)
const PriceForm = onDemand(() => import('./PriceForm').then(each => each.PriceForm), 4)
const Repriced = onDemand(() => import('./Repriced').then(each => each.Repriced), 1)
const OfferPhotos = onDemand(() => import('./DeskPhotos').then(each => each.OfferPhotos), 1)

// What waits for an officer stays as it was handed in.
const CLOSED = new Set(['PENDING_REVIEW', 'RETIRED'])

type Props = DeskProps & { service: Offer }

export function OwnOffer({ service, own, reload }: Props) {
  const { id: serviceId, state, options, allowedTransitions: moves } = service
  const { wrong, busy, act } = useActing()
  const repriced = useSignal(0)
  async function go(name: string, what: () => Promise<unknown>) {
    const went = await act(`${name} ${serviceId}`, what)
    await reload()
    return went
  }
  return (
    <article class="card stack" aria-label={titleOf(service)}>
      <h3>{titleOf(service)}</h3>
      <p role="status">
        {t(`desk.service_${state}` as Key)} {service.reason}
      </p>
      <ul class="lines">
        {options.map(option => (
          <li key={option.id} class="row">
            <span>
              {optionText(option)} · {priceText(option)} ·{' '}
              {t('seba.minutes', { n: option.minutes })}
            </span>
            {option.unit !== 'free' && state !== 'RETIRED' && (
              <Opened
                key={repriced.value}
                title={t('offer.otherPrice')}
                show={() => (
                  <Repriced
                    option={option}
                    reload={reload}
                    close={() => {
                      repriced.value += 1
                    }}
                  />
                )}
              />
            )}
            {options.length > 1 && (
              <Asked
                label={t('offer.endPrice')}
                note={`${optionText(option)} · ${priceText(option)}`}
                yes={t('offer.sure')}
                deed={() =>
                  go(`end ${option.id}`, async () => {
                    const variables = { optionId: option.id }
                    return (await mutate(EndPriceDocument, variables)).retirePriceOption
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      <div class="drawers">
        <Opened
          title={t('offer.addPrice')}
          show={() => (
            <PriceForm key={options.length} own={own} service={service} reload={reload} />
          )}
        />
        {!CLOSED.has(state) && (
          <Opened
            title={t('offer.change')}
            show={() => <ServiceForm own={own} service={service} reload={reload} />}
          />
        )}
        {!CLOSED.has(state) && (
          <Opened
            title={t('offer.pictures', { n: number(service.media.length) })}
            show={() => <OfferPhotos service={service} reload={reload} />}
          />
        )}
      </div>
      <Said wrong={wrong.value} done={false} />
      <div class="row">
        {moves.includes('SUBMIT') && (
          <button
            type="button"
            disabled={busy.value || options.length === 0}
            onClick={() =>
              void go('submit', async () => {
                return (await mutate(HandOfferInDocument, { serviceId })).submitService
              })
            }
          >
            {t('offer.submit')}
          </button>
        )}
        {moves.includes('RETIRE') && (
          <Asked
            label={t('offer.retire')}
            note={t('offer.retireNote')}
            yes={t('offer.sure')}
            deed={() =>
              go('retire', async () => {
                return (await mutate(EndOfferDocument, { serviceId })).retireService
              })
            }
          />
        )}
      </div>
    </article>
  )
}
