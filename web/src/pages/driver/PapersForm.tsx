/** Who drives: name, phone, home, licence, and a few words. */
import { useSignal } from '@preact/signals'
import { WriteDriverDocument } from '../../gql/enlist'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { me } from '../../net/session'
import { Field, TextArea } from '../../parts/Field'
import { PlacePicker } from '../../parts/PlacePicker'
import { toast } from '../../parts/Toast'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'
import type { Driver } from './Enlist'

type Props = { own: Driver | null | undefined; after: () => Promise<void> }

export function PapersForm({ own, after }: Props) {
  const draft = useSignal({
    name: own?.name ?? me.peek()?.name ?? '',
    contactPhone: own?.contactPhone ?? me.peek()?.phone ?? '',
    placeId: own?.placeId ?? '',
    licenceNo: own?.licenceNo ?? '',
    licenceUntil: own?.licenceUntil ?? '',
    statement: own?.statement ?? '',
  })
  const { wrong, busy, act } = useActing()
  const set = (part: Partial<typeof draft.value>) => {
    draft.value = { ...draft.peek(), ...part }
  }

  async function save() {
    const { contactPhone, licenceUntil, ...said } = draft.peek()
    const { name, placeId, statement } = said
    if (![name, contactPhone, placeId, statement].every(text => text.trim())) {
      wrong.value = t('enlist.fill')
      return
    }
    const input = {
      ...said,
      contactPhone: inLatin(contactPhone),
      licenceUntil: licenceUntil || null,
    }
    const went = await act(JSON.stringify(input), async () => {
      return (await mutate(WriteDriverDocument, { input })).saveDriver
    })
    if (!went) return
    toast(t('enlist.saved'))
    await after()
  }

  const { name, contactPhone, placeId, licenceNo, licenceUntil, statement } = draft.value
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={t('enlist.name')}
        autoComplete="name"
        maxLength={80}
        value={name}
        onValue={value => set({ name: value })}
      />
      <Field
        label={t('enlist.phone')}
        type="tel"
        autoComplete="tel"
        value={contactPhone}
        onValue={value => set({ contactPhone: value })}
      />
      <PlacePicker
        label={t('enlist.home')}
        value={placeId}
        onValue={value => set({ placeId: value })}
      />
      <Field
        label={t('enlist.licence')}
        autoComplete="off"
        maxLength={40}
        value={licenceNo}
        onValue={value => set({ licenceNo: value })}
      />
      <Field
        label={t('enlist.until')}
        type="date"
        value={licenceUntil}
        onValue={value => set({ licenceUntil: value })}
      />
      <TextArea
        label={t('enlist.statement')}
        maxLength={2000}
        value={statement}
        onValue={value => set({ statement: value })}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('enlist.save')}
      </button>
    </form>
  )
}
