/** Where a provider comes to: whole upazilas, or single unions; home is always among them. */
import { useSignal } from '@preact/signals'
import { SetWheretoDocument } from '../../gql/offer'
import { ServicePlacesDocument } from '../../gql/services'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { PlacePicker } from '../../parts/PlacePicker'
import { Said } from '../../parts/Said'
import { t } from '../../words/i18n'
import type { DeskProps } from '../Offers'
import { nameOf, spotText } from '../seba/words'

export function Served({ own, reload }: DeskProps) {
  const district = useQuery(ServicePlacesDocument, {}).data.value?.place
  const { wrong, busy, act } = useActing()
  // A place that was added leaves an empty field behind.
  const added = useSignal(0)
  const ids = own.served.map(place => place.id)
  const whole = district ? [{ id: district.id, name: t('offer.wholeDistrict') }] : []
  const upazilas = district?.children.map(each => ({ id: each.id, name: nameOf(each) })) ?? []

  async function change(placeIds: string[]) {
    await act(placeIds.join(), async () => {
      return (await mutate(SetWheretoDocument, { placeIds })).setServedPlaces
    })
    await reload()
  }
  const turn = (id: string) =>
    void change(ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id])

  return (
    <div class="stack">
      <ul class="lines">
        {own.served.map(place => (
          <li key={place.id} class="row">
            <span>{spotText(place)}</span>
            {place.id === own.place.id ? (
              <span class="soft">{t('seba.home')}</span>
            ) : (
              <button
                type="button"
                class="plain"
                disabled={busy.value}
                onClick={() => turn(place.id)}
              >
                {t('offer.notThere')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <fieldset class="choice">
        <legend>{t('offer.upazilas')}</legend>
        <div class="chips">
          {[...whole, ...upazilas].map(({ id, name }) => (
            <button
              key={id}
              type="button"
              class="plain"
              aria-pressed={ids.includes(id)}
              disabled={busy.value}
              onClick={() => turn(id)}
            >
              {name}
            </button>
          ))}
        </div>
      </fieldset>
      <PlacePicker
        key={added.value}
        label={t('offer.oneUnion')}
        value=""
        onValue={id => {
          if (!id) return
          added.value += 1
          void change([...ids, id])
        }}
      />
      <Said wrong={wrong.value} done={false} />
    </div>
  )
}
