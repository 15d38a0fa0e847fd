/** Something grave: a button that first asks, with a few words where they help. */
import { useSignal } from '@preact/signals'
import { t } from '../words/i18n'
import { Dialog } from './Dialog'
import { TextArea } from './Field'

type Props = {
  label: string
  note?: string | undefined
  /** The label of the words; without it nothing is asked for. */
  field?: string | undefined
  yes: string
  plain?: boolean | undefined
  deed: (words: string) => Promise<boolean>
}

export function Asked({ label, note, field, yes, plain = true, deed }: Props) {
  const open = useSignal(false)
  const words = useSignal('')
  const close = () => {
    open.value = false
  }
  return (
    <>
      <button
        type="button"
        class={plain ? 'plain' : undefined}
        onClick={() => {
          open.value = true
        }}
      >
        {label}
      </button>
      {open.value && (
        <Dialog title={label} close={close}>
          <form
            class="stack"
            onSubmit={event => {
              event.preventDefault()
              close()
              void deed(words.value.trim())
            }}
          >
            {note && <p>{note}</p>}
            {field && (
              <TextArea
                label={field}
                value={words.value}
                maxLength={500}
                onValue={value => {
                  words.value = value
                }}
              />
            )}
            <div class="row">
              <button type="submit">{yes}</button>
              <button type="button" class="plain" onClick={close}>
                {t('shell.cancel')}
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}
