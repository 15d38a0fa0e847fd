/** A question over the page: the browser's own dialog keeps the focus and knows Escape. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { t } from '../words/i18n'

type Props = { title: string; close: () => void; children: ComponentChildren; sheet?: boolean }

export function Dialog({ title, close, children, sheet = false }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()

  useEffect(() => {
    const dialog = element.current
    dialog?.showModal?.()
    return () => dialog?.close?.()
  }, [])

  return (
    <dialog
      ref={element}
      class={sheet ? 'dialog sheet' : 'dialog'}
      aria-labelledby={heading}
      onCancel={event => {
        event.preventDefault()
        close()
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
      <button type="button" class="dismiss" aria-label={t('shell.close')} onClick={close}>
        ✕
      </button>
    </dialog>
  )
}
