/** An officer of the haat gives all holders of a pool their money back. */
import { CallPoolOffDocument } from '../../gql/shares'
import { mutate } from '../../net/client'
import { Steps } from '../../parts/Steps'
import { t } from '../../words/i18n'

type Props = { poolId: string; reload: () => Promise<void> }

export function CallOff({ poolId, reload }: Props) {
  return (
    <section class="card stack" aria-label={t('shares.officer')}>
      <h2>{t('shares.officer')}</h2>
      <Steps
        id={poolId}
        reload={reload}
        steps={[
          {
            label: t('shares.callOff'),
            when: true,
            plain: true,
            note: t('shares.callOffNote'),
            field: t('shares.callOffWhy'),
            yes: t('shares.callOffYes'),
            send: async reason =>
              (await mutate(CallPoolOffDocument, { poolId, reason })).callOffSharePool,
          },
        ]}
      />
    </section>
  )
}
