/** Finds a place as it is typed, in either script, and shows the lots from there. */
import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import type { FindPlacesQuery } from '../gql'
import { FindPlacesDocument } from '../gql/home'
import { query } from '../net/client'
import { asFault, type Fault } from '../net/faults'
import { pick, t } from '../words/i18n'

type Place = FindPlacesQuery['placeSearch'][number]

const PAUSE_MS = 250

export function PlaceSearch() {
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

  return (
    <search class="search">
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
      <div role="status">
        {fault.value && <p class="error">{pick(fault.value)}</p>}
        {found.value?.length === 0 && <p class="soft">{t('shell.noPlace')}</p>}
      </div>
      <ul class="found">
        {found.value?.map(place => (
          <li key={place.id}>
            <a href={`/haat?upazila=${place.id.replace('Place:', '')}`}>
              {pick({ bn: place.nameBn, en: place.nameEn })}
              {place.parent && (
                <span class="soft">
                  , {pick({ bn: place.parent.nameBn, en: place.parent.nameEn })}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </search>
  )
}
