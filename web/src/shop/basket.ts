/** The basket over all shops: a person's own, or a guest's by the secret that this browser keeps. */
import { signal } from '@preact/signals'
import type { BasketFragment } from '../gql'
import { PutInDocument } from '../gql/cart'
import { mutate } from '../net/client'
import { drawer } from '../net/drawer'

const KEPT = 'hmk.cart'

/** How many things are in the basket, as far as this page has heard. */
export const inBasket = signal<number | null>(null)

/** Return the secret of a guest's basket; null if this browser has none. */
export function basketToken(): string | null {
  return drawer().getItem(KEPT)
}

/** Have so many of a variant in the basket; returns the basket or a refusal. */
export async function putIn(variantId: string, quantity: number) {
  const { putInCart } = await mutate(PutInDocument, {
    variantId,
    quantity,
    cartToken: basketToken(),
  })
  if (putInCart.__typename === 'Cart') {
    if (putInCart.token) drawer().setItem(KEPT, putInCart.token)
    inBasket.value = putInCart.lines.reduce((sum, line) => sum + line.quantity, 0)
  }
  return putInCart
}

/** Forget a basket that was ordered. */
export function emptied(): void {
  drawer().removeItem(KEPT)
  inBasket.value = 0
}

export type Line = BasketFragment['lines'][number]
export type Stall = { shop: Line['shop']; lines: Line[]; goods: number }

/** Return the lines by shop, in the order in which the shops came, with what the goods cost. */
export function byShop(lines: readonly Line[]): Stall[] {
  const stalls = new Map<string, Stall>()
  for (const line of lines) {
    const stall = stalls.get(line.shop.id) ?? { shop: line.shop, lines: [], goods: 0 }
    stall.lines.push(line)
    stall.goods += line.quantity * (line.price ?? 0)
    stalls.set(line.shop.id, stall)
  }
  return [...stalls.values()]
}

/** Return whether a line costs something else than when it was put in. */
export function isRepriced(line: Line): boolean {
  return line.price !== null && line.price !== line.seenPrice
}
