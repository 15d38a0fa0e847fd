/** What citizens see of a provider: photos of his workshop, and photos or films of his work. */
import { ShowDeskDocument, ShowOfferDocument } from '../../gql/offer'
import { mutate } from '../../net/client'
import { Photos } from '../../parts/Photos'
import { titleOf } from '../../words/i18n'
import type { DeskProps, Offer } from '../Offers'

const MOST = 8

export function DeskPhotos({ own, reload }: DeskProps) {
  return (
    <Photos
      hung={own.media}
      most={MOST}
      title={own.name}
      hang={async media => (await mutate(ShowDeskDocument, { media })).setProviderMedia}
      after={reload}
    />
  )
}

type Props = { service: Offer; reload: () => Promise<void> }

export function OfferPhotos({ service, reload }: Props) {
  return (
    <Photos
      hung={service.media}
      films
      most={MOST}
      title={titleOf(service)}
      hang={async media => {
        const input = { serviceId: service.id, media }
        return (await mutate(ShowOfferDocument, { input })).setServiceMedia
      }}
      after={reload}
    />
  )
}
