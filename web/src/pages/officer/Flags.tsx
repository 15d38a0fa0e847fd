/** What looked wrong to the house, until an officer has looked. */
import '../../parts/files.css'
import type { PhotoFragment, ShowerFragment } from '../../gql'
import {
  FlagsWaitingDocument,
  ResolveFlagDocument,
  ResolveSharedPhotoDocument,
  SharedPhotosWaitingDocument,
} from '../../gql/officer'
import { mutate } from '../../net/client'
import { Empty } from '../../parts/Empty'
import { Photo } from '../../parts/Photo'
import { type Key, pick, t, titleOf } from '../../words/i18n'
import { longDate } from '../../words/time'
import { Deed } from './Deed'
import { type Desk, DeskList, useDesk } from './useDesk'

export function Flags(desk: Desk) {
  const flags = useDesk(FlagsWaitingDocument, {}, data => data.flags, desk)
  const shared = useDesk(SharedPhotosWaitingDocument, {}, data => data.sharedPhotos, desk)
  if (flags.edges?.length === 0 && shared.edges?.length === 0) {
    return <Empty text={t('officer.none')} />
  }
  return (
    <>
      <DeskList
        page={flags}
        none=""
        each={({ node: flag }) => (
          <li key={flag.id} class="card stack">
            <h2>{t(`officer.${flag.kind}` as Key)}</h2>
            <p>
              {flag.animal.name || flag.animal.number} · {flag.animal.sellerName}
            </p>
            <p class="soft">
              {longDate(flag.raisedAt)} · {pick(flag.reason)}
            </p>
            <Deed
              label={t('officer.resolve')}
              note={t('officer.found')}
              deed={async note =>
                (await mutate(ResolveFlagDocument, { flagId: flag.id, note })).resolveFlag
              }
              after={flags.reload}
            />
          </li>
        )}
      />
      <DeskList
        page={shared}
        none=""
        each={({ node: flag }) => (
          <li key={flag.id} class="card stack">
            <h2>{t('officer.SHARED_PHOTO')}</h2>
            <ul class="photos">
              <Shown photo={flag.photo} by={flag.shownBy} />
              <Shown photo={flag.otherPhoto} by={flag.otherShownBy} />
            </ul>
            <p class="soft">{longDate(flag.raisedAt)}</p>
            <Deed
              label={t('officer.resolve')}
              note={t('officer.found')}
              deed={async note =>
                (await mutate(ResolveSharedPhotoDocument, { sharedPhotoId: flag.id, note }))
                  .resolveSharedPhoto
              }
              after={shared.reload}
            />
          </li>
        )}
      />
    </>
  )
}

/** One of the two photos, and what it is to show; that may be off the market by now. */
function Shown({ photo, by }: { photo: PhotoFragment; by: ShowerFragment | null }) {
  const title = by ? titleOf(by) : t('officer.offeredNoMore')
  const who = by && ('shop' in by ? by.shop.nameBn : by.provider.name)
  return (
    <li>
      <div class="picture">
        <Photo photo={photo} alt={photo.alt || title} />
      </div>
      <p>
        {title}
        {who && ` · ${who}`}
      </p>
    </li>
  )
}
