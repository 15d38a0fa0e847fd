/** The shares that somebody has: paid while they are kept, left to others, and what their meat weighs. */
import { LetShareGoDocument, MySharesDocument } from '../../gql/shares'
import { useAccount } from '../../net/account'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Countdown } from '../../parts/Countdown'
import { PayBox } from '../../parts/PayBox'
import { Steps } from '../../parts/Steps'
import { t } from '../../words/i18n'
import { number } from '../../words/numbers'
import { animalName } from './names'

type Props = { poolId?: string; moved?: () => Promise<void> }

/** `poolId`: those of one pool alone; `moved` hears when something has changed. */
export function MyShares({ poolId, moved }: Props) {
  const { data, reload } = useQuery(MySharesDocument, {}, { perViewer: true })
  const both = async () => {
    await Promise.all([reload(), moved?.()])
  }
  useAccount(item => {
    if (item.__typename !== 'AccountSnapshot') void both()
  })
  const all = data.value?.myShares.edges.map(({ node }) => node) ?? []
  const shares = poolId ? all.filter(({ pool }) => pool.id === poolId) : all
  if (shares.length === 0) return null
  return (
    <section aria-label={t('shares.mine')} aria-live="polite">
      <h2>{t('shares.mine')}</h2>
      <ul class="lines">
        {shares.map(share => (
          <li key={share.id} class="card stack">
            <p>
              {!poolId && (
                <a href={`/haat/shares/${share.pool.id.replace('SharePool:', '')}`}>
                  {animalName(share.pool.animal)}
                </a>
              )}{' '}
              {t('shares.number', { n: share.number })} ·{' '}
              <strong>{t(`shares.share_${share.state}`)}</strong>
            </p>
            {share.meatGrams !== null && (
              <p>{t('shares.meat', { n: number(share.meatGrams / 1000) })}</p>
            )}
            {share.state === 'HELD' && (
              <p>
                {t('shares.heldLeft')}{' '}
                <Countdown until={share.heldUntil} label={t('shares.heldLeft')} />
              </p>
            )}
            {poolId && share.state === 'HELD' && share.payment && <PayBox bill={share.payment} />}
            {poolId && share.restPayment && <PayBox bill={share.restPayment} />}
            <Steps
              id={share.id}
              reload={both}
              steps={[
                {
                  label: t('shares.letGo'),
                  when: share.state === 'HELD',
                  plain: true,
                  yes: t('shares.sure'),
                  send: async () =>
                    (await mutate(LetShareGoDocument, { shareId: share.id })).letShareGo,
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
