/** That a haat took more toll than its rule allows: told, taken back, and what an officer found. */
import { useSignal } from '@preact/signals'
import {
  OverchargePageDocument,
  TakeOverchargeBackDocument,
  TellOverchargeDocument,
} from '../../gql/money'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Asked } from '../../parts/Asked'
import { Field, Select, TextArea } from '../../parts/Field'
import { PhotosWithIt } from '../../parts/PhotosWithIt'
import { Pictures } from '../../parts/Pictures'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { overcharge as words } from '../../words/bn/overcharge'
import { type Key, pick, t } from '../../words/i18n'
import { money, parseTaka } from '../../words/numbers'
import type { View } from '../Deal'

learn(words)

export function Overcharge({ deal }: { deal: View }) {
  const page = useQuery(OverchargePageDocument, {}, { perViewer: true })
  const { wrong, busy, act } = useActing()
  const haatId = useSignal('')
  const taken = useSignal('')
  const told = useSignal('')
  const photos = useSignal<string[]>([])
  const found = page.data.value
  if (!found) return <Skeleton rows={2} />
  const haats = found.haats.edges.map(({ node }) => node)
  const reports = found.myOverchargeReports.edges.map(({ node }) => node)

  async function tell() {
    const amount = parseTaka(taken.value)
    if (!amount || !haatId.value || !told.value.trim()) {
      wrong.value = t('overcharge.fill')
      return
    }
    const input = {
      haatId: haatId.value,
      dealId: deal.id,
      charged: deal.buying ? ('BUYER' as const) : ('SELLER' as const),
      species: deal.animal.species.slug,
      price: deal.amount,
      taken: amount,
      words: told.value.trim(),
      media: photos.value.map(mediaId => ({ mediaId, alt: t('overcharge.photo') })),
    }
    const went = await act(`told ${JSON.stringify(input)}`, async idempotencyKey => {
      return (await mutate(TellOverchargeDocument, { input: { ...input, idempotencyKey } }))
        .reportOvercharge
    })
    if (went) {
      taken.value = ''
      told.value = ''
      photos.value = []
    }
    await page.reload()
  }

  return (
    <div class="stack">
      {reports.map(one => (
        <div key={one.id} class="notice stack">
          <p>
            <strong>{t(`overcharge.${one.state}` as Key)}</strong> ·{' '}
            {pick({ bn: one.haat.nameBn, en: one.haat.nameEn })}
            {one.finding && `: ${one.finding}`}
          </p>
          <p class="soft">
            {t('overcharge.sums', { due: money(one.due), taken: money(one.taken) })}
          </p>
          <Pictures title={t('overcharge.photo')} photos={one.media} />
          {one.state === 'REPORTED' && (
            <div class="row">
              <Asked
                label={t('overcharge.back')}
                yes={t('overcharge.backYes')}
                deed={async () => {
                  const went = await act(`back ${one.id}`, async () => {
                    return (await mutate(TakeOverchargeBackDocument, { reportId: one.id }))
                      .withdrawOvercharge
                  })
                  await page.reload()
                  return went
                }}
              />
            </div>
          )}
        </div>
      ))}
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void tell()
        }}
      >
        <Select
          label={t('overcharge.haat')}
          value={haatId.value}
          onValue={value => {
            haatId.value = value
          }}
          options={[
            { value: '', label: '' },
            ...haats.map(({ id, nameBn, nameEn }) => ({
              value: id,
              label: pick({ bn: nameBn, en: nameEn }),
            })),
          ]}
        />
        <Field
          label={t('overcharge.taken')}
          inputMode="decimal"
          autoComplete="off"
          value={taken.value}
          onValue={value => {
            taken.value = value
          }}
        />
        <TextArea
          label={t('overcharge.words')}
          rows={2}
          maxLength={500}
          value={told.value}
          onValue={value => {
            told.value = value
          }}
        />
        <PhotosWithIt photos={photos} />
        {wrong.value && (
          <p class="notice bad" role="alert">
            {wrong.value}
          </p>
        )}
        <button type="submit" disabled={busy.value}>
          {t('overcharge.go')}
        </button>
      </form>
    </div>
  )
}
