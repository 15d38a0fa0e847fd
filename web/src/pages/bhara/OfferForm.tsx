/** Offering a tenancy to somebody who came to see. */
import { useSignal } from '@preact/signals'
import { OfferTenancyDocument } from '../../gql/letting'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { Field, TextArea } from '../../parts/Field'
import { navigate } from '../../router'
import { t } from '../../words/i18n'
import { digits, inLatin } from '../../words/numbers'
import { dhakaField } from '../../words/time'

export function OfferForm({ viewingId }: { viewingId: string }) {
  const startsOn = useSignal(dhakaField(serverNow()).slice(0, 10))
  const notice = useSignal(digits('30'))
  const terms = useSignal('')
  const { wrong, busy, act } = useActing()

  async function offer() {
    const noticeDays = Number(inLatin(notice.value))
    if (!startsOn.value || !(noticeDays >= 0)) {
      wrong.value = t('bhara.fill')
      return
    }
    let made = ''
    const input = { viewingId, startsOn: startsOn.value, noticeDays, terms: terms.value.trim() }
    await act(`offer ${JSON.stringify(input)}`, async idempotencyKey => {
      const { offerAgreement } = await mutate(OfferTenancyDocument, {
        input: { ...input, idempotencyKey },
      })
      if (offerAgreement.__typename === 'RentalAgreement') made = offerAgreement.id
      return offerAgreement
    })
    if (made) navigate(`/bhara/tenancy/${made.replace('RentalAgreement:', '')}`)
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void offer()
      }}
    >
      <Field
        label={t('bhara.offerFrom')}
        type="date"
        value={startsOn.value}
        onValue={value => {
          startsOn.value = value
        }}
      />
      <Field
        label={t('bhara.offerNotice')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        value={notice.value}
        onValue={value => {
          notice.value = value
        }}
      />
      <TextArea
        label={t('bhara.offerTerms')}
        maxLength={4000}
        value={terms.value}
        onValue={value => {
          terms.value = value
        }}
      />
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('bhara.offerGo')}
      </button>
    </form>
  )
}
