/** One line of a form: its label, what helps to fill it in, and what was wrong with it. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type Common = { label: string; hint?: string | undefined; error?: string | null | undefined }
type Props = Common & {
  value: string
  onValue: (value: string) => void
  type?: 'text' | 'tel' | 'date' | 'datetime-local' | 'search'
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'search'
  autoComplete?: 'name' | 'off' | 'one-time-code' | 'tel'
  maxLength?: number
  placeholder?: string
  disabled?: boolean
}

export function Field({ label, hint, error, value, onValue, ...rest }: Props) {
  const id = useId()
  return (
    <Labeled id={id} label={label} hint={hint} error={error}>
      <input
        {...(rest as object)}
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onInput={event => onValue(event.currentTarget.value)}
      />
    </Labeled>
  )
}

type AreaProps = Common & {
  value: string
  onValue: (value: string) => void
  rows?: number
  maxLength?: number
}

export function TextArea({ label, hint, error, value, onValue, rows = 3, maxLength }: AreaProps) {
  const id = useId()
  return (
    <Labeled id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        rows={rows}
        maxLength={maxLength}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onInput={event => onValue(event.currentTarget.value)}
      />
    </Labeled>
  )
}

type SelectProps = Common & {
  value: string
  onValue: (value: string) => void
  options: { value: string; label: string }[]
}

export function Select({ label, hint, error, value, onValue, options }: SelectProps) {
  const id = useId()
  return (
    <Labeled id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onChange={event => onValue(event.currentTarget.value)}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labeled>
  )
}

function Labeled({
  id,
  label,
  hint,
  error,
  children,
}: Common & { id: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

function described(id: string, hint?: string, error?: string | null): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}
