/** Who a provider is: the name that people see, where he lives, how he is reached. */
import { useSignal } from '@preact/signals'
import type { Gender } from '../../gql'
import { SaveDeskDocument } from '../../gql/enroll'
import { mutate } from '../../net/client'
import { Field, Select, TextArea } from '../../parts/Field'
import { PlacePicker } from '../../parts/PlacePicker'
import { SaveForm } from '../../parts/SaveForm'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'
import type { DeskProps } from '../Offers'

export function ProfileForm({ own, reload }: DeskProps) {
  const draft = useSignal({
    name: own.name,
    contactPhone: own.contactPhone ?? '',
    placeId: own.place.id,
    village: own.village ?? '',
    about: own.about,
    gender: own.gender as Gender | null,
  })
  const set = (part: Partial<typeof draft.value>) => {
    draft.value = { ...draft.peek(), ...part }
  }
  const said = draft.value
  const wish = { ...said, contactPhone: inLatin(said.contactPhone).trim() }
  const isWhole = said.name.trim() && said.placeId && said.about.trim() && wish.contactPhone
  return (
    <SaveForm
      wish={wish}
      check={() => (isWhole ? null : t('form.fill'))}
      save={async () => (await mutate(SaveDeskDocument, { input: wish })).saveProvider}
      after={reload}
    >
      <Field
        label={t('desk.name')}
        maxLength={120}
        value={said.name}
        onValue={name => set({ name })}
      />
      <Field
        label={t('desk.phone')}
        type="tel"
        value={said.contactPhone}
        onValue={contactPhone => set({ contactPhone })}
      />
      <PlacePicker
        label={t('desk.home')}
        hint={own.state === 'VERIFIED' ? t('offer.movedNote') : undefined}
        value={said.placeId}
        onValue={placeId => set({ placeId })}
      />
      <Field
        label={t('offer.village')}
        maxLength={120}
        value={said.village}
        onValue={village => set({ village })}
      />
      <Select
        label={t('offer.gender')}
        value={said.gender ?? ''}
        onValue={value => set({ gender: (value || null) as Gender | null })}
        options={[
          { value: '', label: t('offer.genderUnsaid') },
          { value: 'FEMALE', label: t('offer.gender_FEMALE') },
          { value: 'MALE', label: t('offer.gender_MALE') },
        ]}
      />
      <TextArea
        label={t('desk.about')}
        maxLength={2000}
        value={said.about}
        onValue={about => set({ about })}
      />
    </SaveForm>
  )
}
