/** Chooses a union or municipality by typing some of its name, in either script. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { FindHomesQuery } from '../gql'
import { FindHomesDocument, PlaceNameDocument } from '../gql/places'
import { query } from '../net/client'
import { pick, t } from '../words/i18n'
import { Field } from './Field'

type Place = FindHomesQuery['placeSearch'][number]
type Props = {
  label: string
  hint?: string | undefined
  value: string
  onValue: (id: string) => void
  error?: string | null
}

const PAUSE_MS = 250

export function PlacePicker({ label, hint, value, onValue, error }: Props) {
  const typed = useSignal('')
  const found = useSignal<Place[]>([])
  const asked = useSignal('')

  // A place that was chosen on an earlier visit is shown by its name.
  useEffect(() => {
    if (!value || typed.peek()) return
    query(PlaceNameDocument, { id: value }).then(
      ({ place }) => {
        if (place && !typed.peek()) {
          typed.value = pick({ bn: place.nameBn, en: place.nameEn })
          asked.value = typed.value
        }
      },
      () => undefined,
    )
  }, [value])

  useEffect(() => {
    const text = typed.value.trim()
    if (text.length < 2 || text === asked.peek()) return
    const timer = setTimeout(() => {
      asked.value = text
      query(FindHomesDocument, { text }).then(
        data => {
          if (typed.peek().trim() === text) found.value = data.placeSearch
        },
        () => undefined,
      )
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed.value])

  function choose(place: Place) {
    typed.value = pick({ bn: place.nameBn, en: place.nameEn })
    asked.value = typed.value
    found.value = []
    onValue(place.id)
  }

  const none = asked.value !== '' && asked.value === typed.value.trim() && !value
  return (
    <div>
      <Field
        label={label}
        hint={hint}
        autoComplete="off"
        value={typed.value}
        error={error}
        onValue={text => {
          typed.value = text
          if (value) onValue('')
        }}
      />
      <ul class="found">
        {found.value.map(place => (
          <li key={place.id}>
            <button type="button" class="plain" onClick={() => choose(place)}>
              {pick({ bn: place.nameBn, en: place.nameEn })}
              {place.parent && `, ${pick({ bn: place.parent.nameBn, en: place.parent.nameEn })}`}
            </button>
          </li>
        ))}
      </ul>
      {none && found.value.length === 0 && <p class="soft">{t('shell.noPlace')}</p>}
    </div>
  )
}
