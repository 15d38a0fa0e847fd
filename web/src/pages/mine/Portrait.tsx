/** One's own photo, which others see beside what one offers. */
import { MyPortraitDocument, SetPortraitDocument } from '../../gql/media'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { me } from '../../net/session'
import { Photos } from '../../parts/Photos'

export function Portrait() {
  const { data, reload } = useQuery(MyPortraitDocument, {}, { perViewer: true })
  const own = data.value?.me
  if (!own) return null
  return (
    <Photos
      hung={own.portrait ? [own.portrait] : []}
      most={1}
      title={me.value?.name ?? ''}
      hang={async ([picture = null]) =>
        (await mutate(SetPortraitDocument, { input: { picture } })).setPortrait
      }
      after={reload}
    />
  )
}
