/** The first step to a shop: its name, its address here, where it stands, and its phone. */
import { useSignal } from '@preact/signals'
import { OpenDokanDocument } from '../../gql/counter'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field, TextArea } from '../../parts/Field'
import { PlacePicker } from '../../parts/PlacePicker'
import { learn } from '../../words/bn'
import { shopforms as forms } from '../../words/bn/shopforms'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'

learn(forms)

const SLUG = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/

export function OpenForm({ reload }: { reload: () => Promise<void> }) {
  const nameBn = useSignal('')
  const slug = useSignal('')
  const phone = useSignal('')
  const placeId = useSignal('')
  const address = useSignal('')
  const about = useSignal('')
  const { wrong, busy, act } = useActing()
  const badSlug = slug.value !== '' && !SLUG.test(slug.value)

  async function open() {
    if (!nameBn.value.trim() || !SLUG.test(slug.value) || !phone.value || !placeId.value) {
      wrong.value = t('trade.fill')
      return
    }
    const sign = {
      slug: slug.value,
      nameBn: nameBn.value.trim(),
      nameEn: '',
      phone: inLatin(phone.value).trim(),
      placeId: placeId.value,
      address: address.value.trim(),
      about: about.value.trim(),
      host: '',
      primaryColor: '#0b6e4f',
      accentColor: '#f2a541',
    }
    await act(`open ${JSON.stringify(sign)}`, async idempotencyKey => {
      return (await mutate(OpenDokanDocument, { input: { sign, idempotencyKey } })).openShop
    })
    await reload()
  }

  return (
    <form
      class="card stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void open()
      }}
    >
      <h2>{t('shopforms.open')}</h2>
      <ol class="steps">
        <li>{t('keeper.step1')}</li>
        <li>{t('keeper.step2')}</li>
        <li>{t('keeper.step3')}</li>
      </ol>
      <Field
        label={t('shopforms.name')}
        maxLength={80}
        value={nameBn.value}
        onValue={value => {
          nameBn.value = value
        }}
      />
      <Field
        label={t('shopforms.slug')}
        hint={t('shopforms.slugHint')}
        autoComplete="off"
        maxLength={40}
        value={slug.value}
        error={badSlug ? t('shopforms.slugHint') : null}
        onValue={value => {
          slug.value = value.trim().toLowerCase()
        }}
      />
      <Field
        label={t('trade.phone')}
        type="tel"
        autoComplete="tel"
        value={phone.value}
        onValue={value => {
          phone.value = value
        }}
      />
      <PlacePicker
        label={t('shopforms.place')}
        value={placeId.value}
        onValue={value => {
          placeId.value = value
        }}
      />
      <Field
        label={t('shopforms.address')}
        maxLength={200}
        value={address.value}
        onValue={value => {
          address.value = value
        }}
      />
      <TextArea
        label={t('shopforms.about')}
        rows={2}
        maxLength={300}
        value={about.value}
        onValue={value => {
          about.value = value
        }}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('shopforms.openGo')}
      </button>
    </form>
  )
}
