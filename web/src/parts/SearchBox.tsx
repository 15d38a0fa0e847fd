/** Finds anything when it is sent; and offers, as it is typed, the places of that name with their animals. */
import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import type { FindPlacesQuery } from '../gql'
import { FindPlacesDocument } from '../gql/home'
import { query } from '../net/client'
import { asFault, type Fault } from '../net/faults'
import { navigate } from '../router'
import { pick, placeText, t } from '../words/i18n'

type Place = FindPlacesQuery['placeSearch'][number]

const PAUSE_MS = 250

export function SearchBox() {
  const id = useId()
  const typed = useSignal('')
  const found = useSignal<Place[] | null>(null)
  const fault = useSignal<Fault | null>(null)

  useEffect(() => {
    const text = typed.value.trim()
    if (text.length < 2) {
      found.value = null
      return
    }
    const timer = setTimeout(() => {
      query(FindPlacesDocument, { text }).then(
        data => {
          if (typed.peek().trim() !== text) return
          found.value = data.placeSearch
          fault.value = null
        },
        thrown => {
          fault.value = asFault(thrown)
        },
      )
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed.value])

  const text = typed.value.trim()
  const everywhere = `/search?q=${encodeURIComponent(text)}`
  return (
    <search class="search">
      <form
        onSubmit={event => {
          event.preventDefault()
          if (text) navigate(everywhere)
        }}
      >
        <label class="unseen" for={id}>
          {t('home.search')}
        </label>
        <input
          id={id}
          type="search"
          autocomplete="off"
          placeholder={t('home.searchHint')}
          value={typed.value}
          onInput={event => {
            typed.value = event.currentTarget.value
          }}
        />
      </form>
      <div role="status">{fault.value && <p class="error">{pick(fault.value)}</p>}</div>
      {text.length > 1 && (
        <ul class="found">
          <li>
            <a href={everywhere}>{t('home.everywhere', { text })}</a>
          </li>
          {found.value?.map(place => (
            <li key={place.id}>
              <a href={`/haat?upazila=${place.id.replace('Place:', '')}`}>
                {t('home.animalsOf', { place: placeText(place) })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}
