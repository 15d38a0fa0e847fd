/** What can be done with something now: a button each, the grave ones asked about first. */
import { useActing } from '../net/acting'
import { Asked } from './Asked'

export type Step = {
  /** What it is called, on the button and in the key of the request. */
  label: string
  /** Whether it can be done now. */
  when: boolean
  plain?: boolean
  /** Said before it counts; with `field` some words are asked for, too. */
  note?: string
  field?: string
  yes?: string
  send: (words: string) => Promise<unknown>
}
type Props = { id: string; steps: Step[]; reload: () => Promise<void> }

export function Steps({ id, steps, reload }: Props) {
  const { wrong, busy, act } = useActing()
  const open = steps.filter(step => step.when)

  async function go({ label, send }: Step, words = '') {
    const went = await act(`${label} ${id} ${words}`, () => send(words))
    await reload()
    return went
  }

  return (
    <>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {open.length > 0 && (
        <div class="row">
          {open.map(step =>
            step.yes ? (
              <Asked
                key={step.label}
                label={step.label}
                note={step.note}
                field={step.field}
                yes={step.yes}
                plain={step.plain}
                deed={words => go(step, words)}
              />
            ) : (
              <button
                key={step.label}
                type="button"
                class={step.plain ? 'plain' : undefined}
                disabled={busy.value}
                onClick={() => void go(step)}
              >
                {step.label}
              </button>
            ),
          )}
        </div>
      )}
    </>
  )
}
