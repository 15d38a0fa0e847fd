/** A decision with its reason: asked once more, refused in words, and never lost by a dead line. */
import { useSignal } from '@preact/signals'
import { useActing } from '../../net/acting'
import { Dialog } from '../../parts/Dialog'
import { TextArea } from '../../parts/Field'
import { toast } from '../../parts/Toast'
import { t } from '../../words/i18n'

type Props = {
  label: string
  note?: string
  /** What the words are, if they are no reason: such as a number. */
  field?: string
  plain?: boolean
  deed: (reason: string) => Promise<unknown>
  after: () => Promise<void>
}

export function Deed({ label, note, field, plain = false, deed, after }: Props) {
  const open = useSignal(false)
  const reason = useSignal('')
  const { wrong, busy, act } = useActing()

  async function go() {
    if (!(await act(label, () => deed(reason.value.trim())))) return
    open.value = false
    reason.value = ''
    toast(t('officer.done'))
    await after()
  }

  return (
    <>
      <button
        type="button"
        class={plain ? 'plain' : ''}
        onClick={() => {
          open.value = true
        }}
      >
        {label}
      </button>
      {open.value && (
        <Dialog
          title={t('officer.sure', { what: label })}
          close={() => {
            open.value = false
          }}
        >
          <form
            class="stack"
            onSubmit={event => {
              event.preventDefault()
              void go()
            }}
          >
            {note && <p class="soft">{note}</p>}
            <TextArea
              label={field ?? t('officer.reason')}
              hint={field ? undefined : t('officer.reasonHint')}
              value={reason.value}
              error={wrong.value}
              maxLength={500}
              onValue={value => {
                reason.value = value
              }}
            />
            <div class="row">
              <button type="submit" disabled={busy.value}>
                {t('officer.go')}
              </button>
              <button
                type="button"
                class="plain"
                onClick={() => {
                  open.value = false
                }}
              >
                {t('shell.cancel')}
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}
