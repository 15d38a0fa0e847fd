/** A service written down, or written anew: what it is, its words, where it is done, the licence. */
import { useSignal } from '@preact/signals'
import type { Venue } from '../../gql'
import { OfferServiceDocument, TradesDocument } from '../../gql/enroll'
import { ChangeOfferDocument } from '../../gql/offer'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Choice } from '../../parts/Choice'
import { Field, Select, TextArea } from '../../parts/Field'
import { SaveForm } from '../../parts/SaveForm'
import { Skeleton } from '../../parts/Skeleton'
import { type Key, t } from '../../words/i18n'
import type { DeskProps, Offer } from '../Offers'
import { nameOf } from '../seba/words'

type Props = DeskProps & { service: Offer | null }

const VENUES: Venue[] = ['CUSTOMER', 'PROVIDER']
const SHOWN = new Set(['ACTIVE', 'PAUSED', 'STALE'])

export function ServiceForm({ service, reload }: Props) {
  const trades = useQuery(TradesDocument, {})
  const draft = useSignal({
    categoryId: service?.category.id ?? '',
    titleBn: service?.titleBn ?? '',
    titleEn: service?.titleEn ?? '',
    description: service?.description ?? '',
    venue: service?.venue ?? ('CUSTOMER' as Venue),
    licenceNo: service?.licenceNo ?? '',
    licenceUntil: service?.licenceUntil ?? '',
  })
  const set = (part: Partial<typeof draft.value>) => {
    draft.value = { ...draft.peek(), ...part }
  }
  if (!trades.data.value) return <Skeleton rows={4} />
  const kinds = trades.data.value.serviceCategories.filter(({ ways }) =>
    ways.some(way => way === 'BOOKING' || way === 'SERIAL'),
  )
  const { categoryId, titleBn, titleEn, description, venue, licenceNo, licenceUntil } = draft.value
  const needsLicence = kinds.find(each => each.id === categoryId)?.needsLicence
  const wish = { ...draft.value, licenceUntil: licenceUntil || null }

  async function save(idempotencyKey: string) {
    if (service) {
      const input = { ...wish, serviceId: service.id }
      return (await mutate(ChangeOfferDocument, { input })).changeService
    }
    const input = { ...wish, idempotencyKey }
    return (await mutate(OfferServiceDocument, { input })).draftService
  }

  return (
    <SaveForm
      wish={wish}
      check={() => (categoryId && titleBn.trim() ? null : t('form.fill'))}
      save={save}
      after={reload}
      go={service ? undefined : t('offer.addGo')}
    >
      {service && SHOWN.has(service.state) && <p class="soft">{t('offer.judgedAnew')}</p>}
      <Select
        label={t('desk.kind')}
        value={categoryId}
        onValue={id => set({ categoryId: id })}
        options={[
          { value: '', label: '' },
          ...kinds.map(each => ({ value: each.id, label: nameOf(each) })),
        ]}
      />
      <Field
        label={t('desk.work')}
        maxLength={120}
        value={titleBn}
        onValue={text => set({ titleBn: text })}
      />
      <Field
        label={t('offer.titleEn')}
        maxLength={120}
        value={titleEn}
        onValue={text => set({ titleEn: text })}
      />
      <TextArea
        label={t('offer.description')}
        maxLength={2000}
        value={description}
        onValue={text => set({ description: text })}
      />
      <Choice
        label={t('desk.venue')}
        value={venue}
        onValue={value => set({ venue: value as Venue })}
        options={VENUES.map(value => ({ value, label: t(`desk.${value}` as Key) }))}
      />
      {needsLicence && (
        <>
          <Field
            label={t('desk.licence')}
            value={licenceNo}
            onValue={text => set({ licenceNo: text })}
          />
          <Field
            label={t('offer.licenceUntil')}
            type="date"
            value={licenceUntil}
            onValue={text => set({ licenceUntil: text })}
          />
        </>
      )}
    </SaveForm>
  )
}
