/** Being somebody who gives: the group, where, when last, and whether one may be called now. */
import { useSignal } from '@preact/signals'
import type { BloodGroup, BloodPageQuery } from '../../gql'
import { SaveGiverDocument, SayCallMeDocument } from '../../gql/blood'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Field, Select } from '../../parts/Field'
import { PlacePicker } from '../../parts/PlacePicker'
import { toast } from '../../parts/Toast'
import { t } from '../../words/i18n'
import { inLatin } from '../../words/numbers'
import { longDate } from '../../words/time'
import { GROUPS, groupName } from './groups'

type Props = { donor: BloodPageQuery['myBloodDonor']; reload: () => Promise<void> }

export function DonorCard({ donor, reload }: Props) {
  const { wrong, busy, act } = useActing()

  async function say() {
    const available = !donor?.available
    await act(`available ${available}`, async () => {
      return (await mutate(SayCallMeDocument, { available })).setDonorAvailability
    })
    await reload()
  }

  return (
    <section class="card stack" aria-label={t('rokto.donor')}>
      <h2>{t('rokto.donor')}</h2>
      {donor && (
        <>
          <p>
            <strong>{groupName(donor.group)}</strong> ·{' '}
            {donor.rested
              ? t('rokto.rested')
              : donor.eligibleOn && t('rokto.restUntil', { day: longDate(donor.eligibleOn) })}
          </p>
          <button
            type="button"
            role="switch"
            aria-checked={donor.available}
            disabled={busy.value}
            class={donor.available ? undefined : 'plain'}
            onClick={() => void say()}
          >
            {t(donor.available ? 'rokto.callMe' : 'rokto.callMeNot')}
          </button>
        </>
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <details open={!donor}>
        <summary>{t(donor ? 'rokto.change' : 'rokto.become')}</summary>
        <Form donor={donor} reload={reload} />
      </details>
    </section>
  )
}

function Form({ donor, reload }: Props) {
  const group = useSignal<BloodGroup>(donor?.group ?? 'B_POS')
  const placeId = useSignal(donor?.place?.id ?? '')
  const bornOn = useSignal(donor?.bornOn ?? '')
  const weight = useSignal(donor?.weightKg ? String(donor.weightKg) : '')
  const last = useSignal(donor?.lastGivenOn ?? '')
  const { wrong, busy, act } = useActing()

  async function save() {
    const weightKg = Number(inLatin(weight.value))
    if (!placeId.value || !bornOn.value || !(weightKg > 0)) {
      wrong.value = t('rokto.fill')
      return
    }
    const input = {
      group: group.value,
      placeId: placeId.value,
      bornOn: bornOn.value,
      weightKg,
      lastGivenOn: last.value || null,
    }
    const went = await act(`donor ${JSON.stringify(input)}`, async () => {
      return (await mutate(SaveGiverDocument, { input })).saveBloodDonor
    })
    if (went) toast(t('rokto.saved'))
    await reload()
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <Select
        label={t('rokto.ownGroup')}
        value={group.value}
        onValue={value => {
          group.value = value as BloodGroup
        }}
        options={GROUPS.map(each => ({ value: each, label: groupName(each) }))}
      />
      <PlacePicker
        label={t('rokto.home')}
        value={placeId.value}
        onValue={value => {
          placeId.value = value
        }}
      />
      <Field
        label={t('rokto.born')}
        type="date"
        value={bornOn.value}
        onValue={value => {
          bornOn.value = value
        }}
      />
      <Field
        label={t('rokto.weight')}
        inputMode="numeric"
        maxLength={3}
        value={weight.value}
        onValue={value => {
          weight.value = value
        }}
      />
      <Field
        label={t('rokto.last')}
        type="date"
        value={last.value}
        onValue={value => {
          last.value = value
        }}
      />
      <p class="soft">{t('rokto.consent')}</p>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('rokto.save')}
      </button>
    </form>
  )
}
