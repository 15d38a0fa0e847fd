/** How one's shop presents itself and deals: its name and colors, pictures, hours, ways and money. */
import type { ShopCounterQuery } from '../../gql'
import { CloseDokanDocument, SetDokanLooksDocument, ShopCounterDocument } from '../../gql/counter'
import { useActing } from '../../net/acting'
import { mutate } from '../../net/client'
import { useQuery } from '../../net/load'
import { Asked } from '../../parts/Asked'
import { Opened } from '../../parts/Opened'
import { onDemand } from '../../parts/onDemand'
import { Skeleton } from '../../parts/Skeleton'
import { learn } from '../../words/bn'
import { counter as words } from '../../words/bn/counter'
import { nameIn, t } from '../../words/i18n'

learn(words)

const SignForm = onDemand(() => import('./SignForm').then(each => each.SignForm))
const TermsForm = onDemand(() => import('./TermsForm').then(each => each.TermsForm))
const Holiday = onDemand(() => import('./TermsForm').then(each => each.Holiday))
const Photos = onDemand(() => import('../../parts/Photos').then(each => each.Photos))

export type Wares = NonNullable<ShopCounterQuery['myShop']>
export type Props = { shop: Wares; after: () => Promise<void> }

export function Counter({ reload }: { reload: () => Promise<void> }) {
  const page = useQuery(ShopCounterDocument, {}, { perViewer: true })
  const shop = page.data.value?.myShop
  if (!shop) return <Skeleton rows={2} />
  async function after() {
    await Promise.all([page.reload(), reload()])
  }
  return (
    <div class="stack">
      <Opened title={t('counter.sign')} show={() => <SignForm shop={shop} after={after} />} />
      <Opened title={t('counter.looks')} show={() => <Looks shop={shop} after={after} />} />
      <Opened title={t('counter.terms')} show={() => <TermsForm shop={shop} after={after} />} />
      <Opened title={t('counter.holiday')} show={() => <Holiday shop={shop} after={after} />} />
      <Close after={after} />
    </div>
  )
}

function Looks({ shop, after }: Props) {
  const { logo, cover } = shop
  const title = nameIn(shop)
  const kept = (one: Wares['logo']) => one && { mediaId: one.id, alt: one.alt }
  async function wear(part: { logo?: ReturnType<typeof kept>; cover?: ReturnType<typeof kept> }) {
    const input = { logo: kept(logo), cover: kept(cover), ...part }
    return (await mutate(SetDokanLooksDocument, { input })).setShopLooks
  }
  return (
    <div class="stack">
      <h3>{t('counter.logo')}</h3>
      <Photos
        hung={logo ? [logo] : []}
        title={title}
        most={1}
        hang={all => wear({ logo: all[0] ?? null })}
        after={after}
      />
      <h3>{t('counter.cover')}</h3>
      <Photos
        hung={cover ? [cover] : []}
        title={title}
        most={1}
        hang={all => wear({ cover: all[0] ?? null })}
        after={after}
      />
    </div>
  )
}

function Close({ after }: { after: () => Promise<void> }) {
  const { wrong, act } = useActing()
  return (
    <>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      <div class="row">
        <Asked
          label={t('counter.close')}
          note={t('counter.closeNote')}
          yes={t('order.sure')}
          deed={async () => {
            const went = await act('close', async () => {
              return (await mutate(CloseDokanDocument, {})).closeShop
            })
            await after()
            return went
          }}
        />
      </div>
    </>
  )
}
