/** Complaining: of what, where, what happened, with photos. */
import { useSignal } from '@preact/signals'
import type { ComplaintKind } from '../../gql'
import { ComplainDocument } from '../../gql/nalish'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field, Select, TextArea } from '../../parts/Field'
import { PhotosWithIt } from '../../parts/PhotosWithIt'
import { PlacePicker } from '../../parts/PlacePicker'
import { navigate } from '../../router'
import { t } from '../../words/i18n'
import { KINDS, numberOf } from './naming'

type Props = { kind: ComplaintKind; about: string }

/** `kind` and `about` come from the page on which something went wrong. */
export function LodgeForm({ kind: first, about }: Props) {
  const kind = useSignal(first)
  const placeId = useSignal('')
  const address = useSignal('')
  const text = useSignal(about)
  const photos = useSignal<string[]>([])
  const { wrong, busy, act } = useActing()

  async function send() {
    if (!placeId.value || !text.value.trim()) {
      wrong.value = t('nalish.fill')
      return
    }
    const input = {
      kind: kind.value,
      placeId: placeId.value,
      address: address.value.trim(),
      text: text.value.trim(),
      media: photos.value.map(mediaId => ({ mediaId, alt: t(`nalish.kind_${kind.value}`) })),
    }
    await act(`complain ${JSON.stringify(input)}`, async idempotencyKey => {
      const said = (await mutate(ComplainDocument, { input: { ...input, idempotencyKey } }))
        .lodgeComplaint
      if (said.__typename === 'Complaint') navigate(`/nalish/${numberOf(said)}`)
      return said
    })
  }

  return (
    <form
      class="card stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <h2>{t('nalish.new')}</h2>
      <Select
        label={t('nalish.kind')}
        value={kind.value}
        onValue={value => {
          kind.value = value as ComplaintKind
        }}
        options={KINDS.map(value => ({ value, label: t(`nalish.kind_${value}`) }))}
      />
      <PlacePicker
        label={t('nalish.place')}
        hint={t('nalish.placeHint')}
        value={placeId.value}
        onValue={value => {
          placeId.value = value
        }}
      />
      <Field
        label={t('nalish.address')}
        maxLength={160}
        value={address.value}
        onValue={value => {
          address.value = value
        }}
      />
      <TextArea
        label={t('nalish.text')}
        rows={5}
        maxLength={2000}
        value={text.value}
        onValue={value => {
          text.value = value
        }}
      />
      <PhotosWithIt photos={photos} />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('nalish.send')}
      </button>
    </form>
  )
}
