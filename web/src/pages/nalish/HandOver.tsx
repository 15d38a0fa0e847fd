/** A complaint is given to another officer of its desk: with a reason, if somebody has it in hand. */
import { useSignal } from '@preact/signals'
import { GiveComplaintDocument, WhoCouldHaveDocument } from '../../gql/nalish'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Select, TextArea } from '../../parts/Field'
import { Problem } from '../../parts/Problem'
import { SaveForm } from '../../parts/SaveForm'
import { Skeleton } from '../../parts/Skeleton'
import { toast } from '../../parts/Toast'
import { t } from '../../words/i18n'
import type { HandleProps } from './Handle'

export function HandOver({ complaint, reload }: HandleProps) {
  const { id: complaintId, assigneeName } = complaint
  const { data, fault, reload: again } = useQuery(WhoCouldHaveDocument, { id: complaintId })
  const chosen = useSignal('')
  const reason = useSignal('')
  if (fault.value) return <Problem fault={fault.value} retry={() => void again()} />
  if (!data.value) return <Skeleton rows={2} />
  const officers = data.value.complaint?.officers ?? []
  const officerId = chosen.value || officers[0]?.officerId
  if (!officerId) return <p class="soft">{t('nalish.giveNobody')}</p>
  const input = { complaintId, officerId, reason: reason.value.trim() }
  return (
    <SaveForm
      wish={input}
      go={t('nalish.giveGo')}
      save={async () => {
        const said = (await mutate(GiveComplaintDocument, { input })).assignComplaint
        if (said.__typename === 'Complaint') toast(t('nalish.given'))
        return said
      }}
      after={reload}
    >
      <Select
        label={t('nalish.giveTo')}
        value={officerId}
        onValue={value => {
          chosen.value = value
        }}
        options={officers.map(({ officerId: value, name }) => ({ value, label: name || value }))}
      />
      {assigneeName !== null && (
        <TextArea
          label={t('nalish.giveWhy')}
          hint={t('nalish.giveNote')}
          value={reason.value}
          maxLength={500}
          onValue={value => {
            reason.value = value
          }}
        />
      )}
    </SaveForm>
  )
}
