/** Saying what was done, with photos that show it. */
import { useSignal } from '@preact/signals'
import { SayDoneDocument } from '../../gql/nalish'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { TextArea } from '../../parts/Field'
import { PhotosWithIt } from '../../parts/PhotosWithIt'
import { t } from '../../words/i18n'
import type { HandleProps } from './Handle'

export function Resolve({ complaint: { id: complaintId }, reload }: HandleProps) {
  const text = useSignal('')
  const photos = useSignal<string[]>([])
  const { wrong, busy, act } = useActing()

  async function say() {
    const media = photos.value.map(mediaId => ({ mediaId, alt: t('nalish.proofs') }))
    const input = { complaintId, text: text.value.trim(), media }
    await act(`done ${JSON.stringify(input)}`, async () => {
      return (await mutate(SayDoneDocument, { input })).resolveComplaint
    })
    await reload()
  }

  return (
    <form
      class="card stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void say()
      }}
    >
      <TextArea
        label={t('nalish.words')}
        value={text.value}
        error={wrong.value}
        maxLength={2000}
        onValue={value => {
          text.value = value
        }}
      />
      <PhotosWithIt photos={photos} />
      <button type="submit" disabled={busy.value}>
        {t('nalish.resolve')}
      </button>
    </form>
  )
}
