/** The seller's own auction: taken back while nobody has bid. */
import { TakeLotBackDocument } from '../../gql/sale'
import { mutate } from '../../net/client'
import { Steps } from '../../parts/Steps'
import { t } from '../../words/i18n'

type Props = { lotId: string | null; reload: () => Promise<void> }

export function OwnLot({ lotId, reload }: Props) {
  if (!lotId) return null
  return (
    <Steps
      id={lotId}
      reload={reload}
      steps={[
        {
          label: t('sale.takeLot'),
          when: true,
          plain: true,
          note: t('sale.takeLotNote'),
          yes: t('sale.takeLotYes'),
          send: async () => (await mutate(TakeLotBackDocument, { lotId })).withdrawLot,
        },
      ]}
    />
  )
}
