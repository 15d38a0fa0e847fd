/** One of a few, as large cards: radio buttons that a thumb can hit. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type Option = { value: string; label: string; note?: string; picture?: ComponentChildren }
type Props = {
  label: string
  value: string
  onValue: (value: string) => void
  options: Option[]
  error?: string | null
}

export function Choice({ label, value, onValue, options, error }: Props) {
  const name = useId()
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="options">
        {options.map(option => (
          <label key={option.value} class="option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            {option.picture}
            <span>{option.label}</span>
            {option.note && <small>{option.note}</small>}
          </label>
        ))}
      </div>
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
