/** The way to the basket, with how much is in it. */
import { useEffect } from 'preact/hooks'
import { CartPageDocument } from '../../gql/cart'
import { query } from '../../net/client'
import { me } from '../../net/session'
import { basketToken, inBasket } from '../../shop/basket'
import { t } from '../../words/i18n'
import { number } from '../../words/numbers'

export function ToBasket() {
  useEffect(() => {
    if (inBasket.peek() !== null || (!basketToken() && !me.value)) return
    query(CartPageDocument, { cartToken: basketToken() }).then(
      ({ cart }) => {
        // What was put in meanwhile is known better.
        inBasket.value ??= cart?.lines.reduce((sum, line) => sum + line.quantity, 0) ?? 0
      },
      () => undefined, // the basket itself says what is wrong
    )
  }, [me.value])
  if (!inBasket.value) return null
  return (
    <p>
      <a class="button" href="/cart">
        {t('dokan.basketN', { n: number(inBasket.value) })}
      </a>
    </p>
  )
}
