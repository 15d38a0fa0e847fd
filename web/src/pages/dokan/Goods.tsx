/** What the shop sells: added with a price and how many, shown by photos, on and off sale. */
import { useSignal } from '@preact/signals'
import type { OwnGoodFragment } from '../../gql'
import {
  DropKindOfGoodDocument,
  MoreOfGoodDocument,
  MoveGoodDocument,
  PriceGoodDocument,
  ShowGoodDocument,
} from '../../gql/keeping'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { Asked } from '../../parts/Asked'
import { Field } from '../../parts/Field'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { type Key, nameIn, t } from '../../words/i18n'
import { inLatin, money, number, parseTaka } from '../../words/numbers'
import { unitText } from '../shop/words'

const AddForm = onDemand(() => import('./AddForm').then(each => each.AddForm))
const LabelForm = onDemand(() => import('./LabelForm').then(each => each.LabelForm))
const KindForm = onDemand(() => import('./KindForm').then(each => each.KindForm))
const Photos = onDemand(() => import('../../parts/Photos').then(each => each.Photos))
const MOST_PHOTOS = 8
const WHOLE = /^-?\d{1,4}$/

type Props = { goods: OwnGoodFragment[]; reload: () => Promise<void> }

export function Goods({ goods, reload }: Props) {
  return (
    <section class="stack" aria-label={t('keeper.goods')}>
      <h2>{t('keeper.goods')}</h2>
      <ul class="lines">
        {goods.map(good => (
          <li key={good.id} class="card stack">
            <One good={good} reload={reload} />
          </li>
        ))}
      </ul>
      {goods.length === 0 ? (
        <AddForm reload={reload} />
      ) : (
        <Opened title={t('keeper.add')} show={() => <AddForm reload={reload} />} />
      )}
    </section>
  )
}

function One({ good, reload }: { good: OwnGoodFragment; reload: () => Promise<void> }) {
  const { wrong, busy, act } = useActing()
  async function go(name: string, what: (key: string) => Promise<unknown>) {
    const went = await act(`${name} ${good.id}`, what)
    await reload()
    return went
  }
  return (
    <>
      <p>
        <strong>{nameIn(good)}</strong> · {t(`keeper.good_${good.state}` as Key)}
      </p>
      {good.variants.map(variant => (
        <div key={variant.id} class="stack">
          <p>
            {variant.choices.join(', ')} <span class="money">{money(variant.price ?? 0)}</span>{' '}
            {unitText(good.unit)} · {t('trade.leftN', { n: number(variant.available) })}
          </p>
          <div class="row">
            <Typed
              label={t('keeper.more')}
              of={nameIn(good)}
              go={text => {
                const delta = inLatin(text).trim()
                if (!WHOLE.test(delta) || Number(delta) === 0) return false
                void go(`more ${variant.id} ${delta}`, async key => {
                  const variables = { variantId: variant.id, delta: Number(delta), key }
                  return (await mutate(MoreOfGoodDocument, variables)).changeStock
                })
                return true
              }}
            />
            <Typed
              label={t('keeper.price')}
              of={nameIn(good)}
              go={text => {
                const price = parseTaka(text)
                if (!price) return false
                void go(`price ${variant.id} ${price}`, async () => {
                  return (await mutate(PriceGoodDocument, { variantId: variant.id, price }))
                    .setPrice
                })
                return true
              }}
            />
            {good.variants.length > 1 && (
              <Asked
                label={t('keeper.kindDrop')}
                note={variant.choices.join(', ')}
                yes={t('order.sure')}
                deed={() =>
                  go(`drop ${variant.id}`, async () => {
                    const variables = { variantId: variant.id }
                    return (await mutate(DropKindOfGoodDocument, variables)).retireVariant
                  })
                }
              />
            )}
          </div>
        </div>
      ))}
      <Opened title={t('keeper.label')} show={() => <LabelForm good={good} reload={reload} />} />
      {good.options.length > 0 && (
        <Opened title={t('keeper.kindNew')} show={() => <KindForm good={good} reload={reload} />} />
      )}
      <Opened
        title={t('keeper.photos', { n: number(good.media.length) })}
        show={() => (
          <Photos
            hung={good.media}
            title={nameIn(good)}
            most={MOST_PHOTOS}
            hang={async media => {
              const input = { productId: good.id, media }
              return (await mutate(ShowGoodDocument, { input })).setProductMedia
            }}
            after={reload}
          />
        )}
      />
      <div class="row">
        {good.allowedTransitions.map(move => (
          <button
            key={move}
            type="button"
            class={move === 'OFFER' ? undefined : 'plain'}
            disabled={busy.value}
            onClick={() =>
              void go(move, async () => {
                return (await mutate(MoveGoodDocument, { productId: good.id, move })).moveProduct
              })
            }
          >
            {t(`keeper.${move}` as Key)}
          </button>
        ))}
      </div>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </>
  )
}

type TypedProps = { label: string; of: string; go: (text: string) => boolean }

/** One short line and its button; `go` says whether what was typed is right. */
function Typed({ label, of, go }: TypedProps) {
  const text = useSignal('')
  const bad = useSignal(false)
  return (
    <form
      class="typed"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        bad.value = !go(text.value)
        if (!bad.value) text.value = ''
      }}
    >
      <Field
        label={label}
        inputMode="numeric"
        autoComplete="off"
        value={text.value}
        error={bad.value ? t('keeper.badNumber') : null}
        onValue={value => {
          text.value = value
        }}
      />
      <button type="submit" class="plain" aria-label={`${label}: ${of}`}>
        ✓
      </button>
    </form>
  )
}
