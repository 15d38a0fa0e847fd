/** Asking for blood: which, how much, where and by when. */
import { useSignal } from '@preact/signals'
import type { BloodGroup } from '../../gql'
import { AskForBloodDocument, FittingGroupsDocument } from '../../gql/blood'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { serverNow } from '../../net/clock'
import { useQuery } from '../../net/load'
import { Field, Select, TextArea } from '../../parts/Field'
import { PlacePicker } from '../../parts/PlacePicker'
import { navigate } from '../../router'
import { t } from '../../words/i18n'
import { digits, inLatin } from '../../words/numbers'
import { dhakaField, momentOfField } from '../../words/time'
import { GROUPS, groupName } from './groups'

const HOURS_6 = 6 * 3_600_000

export function AskForm() {
  const group = useSignal<BloodGroup>('B_POS')
  const units = useSignal(digits('1'))
  const placeId = useSignal('')
  const hospital = useSignal('')
  const by = useSignal(dhakaField(serverNow() + HOURS_6))
  const note = useSignal('')
  const { wrong, busy, act } = useActing()
  const fitting = useQuery(FittingGroupsDocument, { group: group.value }).data.value

  async function ask() {
    const neededBy = momentOfField(by.value)
    const count = Number(inLatin(units.value))
    if (!placeId.value || !hospital.value.trim() || !neededBy || !(count > 0)) {
      wrong.value = t('rokto.fill')
      return
    }
    let made = ''
    const input = {
      group: group.value,
      units: count,
      placeId: placeId.value,
      hospital: hospital.value.trim(),
      note: note.value.trim(),
      neededBy,
    }
    await act(`blood ${JSON.stringify(input)}`, async idempotencyKey => {
      const { requestBlood } = await mutate(AskForBloodDocument, {
        input: { ...input, idempotencyKey },
      })
      if (requestBlood.__typename === 'BloodRequest') made = requestBlood.id
      return requestBlood
    })
    if (made) navigate(`/rokto/${made.replace('BloodRequest:', '')}`)
  }

  return (
    <form
      class="card stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void ask()
      }}
    >
      <h2>{t('rokto.ask')}</h2>
      <Select
        label={t('rokto.group')}
        hint={
          fitting
            ? t('rokto.fitting', { groups: fitting.compatibleDonors.map(groupName).join(', ') })
            : undefined
        }
        value={group.value}
        onValue={value => {
          group.value = value as BloodGroup
        }}
        options={GROUPS.map(each => ({ value: each, label: groupName(each) }))}
      />
      <Field
        label={t('rokto.units')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        value={units.value}
        onValue={value => {
          units.value = value
        }}
      />
      <PlacePicker
        label={t('rokto.place')}
        value={placeId.value}
        onValue={value => {
          placeId.value = value
        }}
      />
      <Field
        label={t('rokto.hospital')}
        maxLength={120}
        value={hospital.value}
        onValue={value => {
          hospital.value = value
        }}
      />
      <Field
        label={t('rokto.when')}
        type="datetime-local"
        value={by.value}
        onValue={value => {
          by.value = value
        }}
      />
      <TextArea
        label={t('rokto.note')}
        rows={2}
        maxLength={300}
        value={note.value}
        onValue={value => {
          note.value = value
        }}
      />
      <p class="soft">{t('rokto.private')}</p>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <button type="submit" disabled={busy.value}>
        {t('rokto.askGo')}
      </button>
    </form>
  )
}
