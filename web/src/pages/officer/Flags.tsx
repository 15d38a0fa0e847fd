/** What looked wrong to the house, until an officer has looked. */
import '../../parts/files.css'
import type { PhotoFragment, ShowerFragment } from '../../gql'
import { ResolveFlagDocument, ResolveSharedPhotoDocument } from '../../gql/officer'
import { mutate } from '../../net/client'
import { Empty } from '../../parts/Empty'
import { Photo } from '../../parts/Photo'
import { type Key, t, titleOf } from '../../words/i18n'
import { longDate } from '../../words/time'
import type { Desk } from '../Officer'
import { Deed } from './Deed'

export function Flags({ data, reload }: Desk) {
  const flags = data.flags.edges.map(edge => edge.node).filter(flag => !flag.resolvedAt)
  const shared = data.sharedPhotos.edges.map(edge => edge.node)
  if (flags.length + shared.length === 0) return <Empty text={t('officer.none')} />
  return (
    <ul class="lines">
      {flags.map(flag => (
        <li key={flag.id} class="card stack">
          <h2>{t(`officer.${flag.kind}` as Key)}</h2>
          <p>
            {flag.animal.name || flag.animal.number} · {flag.animal.sellerName}
          </p>
          <p class="soft">
            {longDate(flag.raisedAt)} {flag.note}
          </p>
          <Deed
            label={t('officer.resolve')}
            note={t('officer.found')}
            deed={async note =>
              (await mutate(ResolveFlagDocument, { flagId: flag.id, note })).resolveFlag
            }
            after={reload}
          />
        </li>
      ))}
      {shared.map(flag => (
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
            after={reload}
          />
        </li>
      ))}
    </ul>
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
