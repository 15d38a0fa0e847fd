"""A cart over many shops: a person's own, or a guest's who shows its secret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson
from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.money import Paisa
from hmk_graph.orders import rules
from hmk_graph.orders.errors import CartFull, NotOnSale
from hmk_graph.orders.models import Cart, CartLine
from hmk_graph.shops import rules as shop_rules


@dataclass(frozen=True, kw_only=True)
class Shopper:
    """Who fills a cart: a person, or a guest by the secret that he was given."""

    account_id: int | None
    token: str | None = None


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A line of a cart as things stand: `price` is what it costs now, None if it is not on sale."""

    variant_id: int
    product_id: int
    shop_id: int
    owner_id: int
    name_bn: str
    name_en: str
    choices: list[str]
    unit: str
    quantity: int
    seen: Paisa
    price: Paisa | None
    available: int


@whole_command
async def put(
    shopper: Shopper, variant_id: int, quantity: int, *, clock: Clock
) -> tuple[Cart, str | None]:
    """Have so many of a variant in the cart, none for zero; return a guest's new secret with it.

    Saying it twice is saying it once. A guest without a secret gets a cart of his own, and its
    secret this once.

    Raises:
        NotFound: There is no such variant, or no cart of that secret.
        NotOnSale: It cannot be ordered now.
        CartFull: The cart holds as many different goods as one may.
        BadInput: The number is no quantity.
        AccountSuspended: The person may not act.
    """
    shop_rules.quantity_of(quantity, least=0)
    async with transaction(actor_id=shopper.account_id):
        now = await clock()
        price = await _price_of(variant_id, now)
        if price is None and quantity:
            raise NotOnSale([variant_id])
        cart, token = await _own_or_new(shopper, now)
        lines = CartLine.filter(cart_id=cart.id)
        if not quantity:
            await lines.filter(variant_id=variant_id).delete()
        elif not await lines.filter(variant_id=variant_id).update(
            quantity=quantity, price_paisa=price
        ):
            if await lines.count() >= rules.MOST_LINES:
                raise CartFull(rules.MOST_LINES)
            await CartLine.create(
                cart_id=cart.id, variant_id=variant_id, quantity=quantity, price_paisa=price
            )
        await touched(cart, now)
    return cart, token


@whole_command
async def agree_to_prices(shopper: Shopper, *, clock: Clock) -> Cart:
    """Agree to what the goods in the cart cost now.

    Raises:
        NotFound: There is no such cart.
    """
    async with transaction(actor_id=shopper.account_id):
        cart = await locked(shopper)
        now = await clock()
        for line in await wanted(cart.id, now):
            if line.price is not None and line.price != line.seen:
                await CartLine.filter(cart_id=cart.id, variant_id=line.variant_id).update(
                    price_paisa=line.price
                )
        await touched(cart, now)
    return cart


async def find(shopper: Shopper) -> Cart | None:
    """Return somebody's cart, or None: a guest's by his secret, else a person's own."""
    if shopper.token is not None:
        return await Cart.get_or_none(token_hash=rules.hash_of(shopper.token))
    if shopper.account_id is None:
        return None
    return await Cart.get_or_none(account_id=shopper.account_id)


async def locked(shopper: Shopper) -> Cart:
    """Lock somebody's cart until the transaction ends.

    Raises:
        NotFound: There is none.
    """
    found = await find(shopper)
    if found is None:
        raise NotFound
    return await Cart.filter(id=found.id).select_for_update(no_key=True).get()


async def hold_shops(cart_id: int) -> None:
    """Keep the shops of a cart from closing until the transaction ends, others' carts going on.

    Without it a shop could be closed between the look at its state and the order.
    """
    await get_connection("default").execute_query(_SHOPS, [cart_id])


async def touched(cart: Cart, now: datetime) -> None:
    """Write that a locked cart is another than before."""
    cart.version, cart.touched_at = cart.version + 1, now
    await cart.save(update_fields=["version", "touched_at"])


async def wanted(cart_id: int, at: datetime) -> list[Wanted]:
    """Return the lines of a cart in their order, with what they cost at a moment."""
    return (await wanted_of(at, [cart_id]))[0]


async def wanted_of(at: datetime, cart_ids: Sequence[int]) -> list[list[Wanted]]:
    """Return the lines of each cart in their order, with what they cost at a moment."""
    rows = await get_connection("default").execute_query_dict(_WANTED, [list(cart_ids), at])
    found: dict[int, list[Wanted]] = {cart_id: [] for cart_id in cart_ids}
    for row in rows:
        cart_id, choices = row.pop("cart_id"), orjson.loads(row.pop("choices"))
        found[cart_id].append(Wanted(choices=choices, **row))
    return [found[cart_id] for cart_id in cart_ids]


async def prune(before: datetime) -> int:
    """Delete the carts of guests that nobody has touched since a moment; return how many."""
    count, _ = await get_connection("default").execute_query(
        "DELETE FROM orders_cart WHERE account_id IS NULL AND touched_at < $1", [before]
    )
    return count


async def _own_or_new(shopper: Shopper, now: datetime) -> tuple[Cart, str | None]:
    if shopper.account_id is not None:
        await access.acting(shopper.account_id)
    if shopper.token is not None:
        return await locked(shopper), None
    if shopper.account_id is None:
        token = rules.fresh_token()
        return await Cart.create(token_hash=rules.hash_of(token), touched_at=now), token
    await get_connection("default").execute_query(
        "INSERT INTO orders_cart (account_id, version, touched_at) VALUES ($1, 1, $2)"
        " ON CONFLICT (account_id) DO NOTHING",
        [shopper.account_id, now],
    )
    return await locked(shopper), None


async def _price_of(variant_id: int, now: datetime) -> Paisa | None:
    rows = await get_connection("default").execute_query_dict(_PRICE, [variant_id, now])
    if not rows:
        raise NotFound
    return None if rows[0]["price"] is None else Paisa(rows[0]["price"])


# A shop that is away, paused or not verified sells nothing, nor does one whose owner may not act.
_ON_SALE = """
    v.retired_at IS NULL AND p.state = 'ACTIVE' AND s.state = 'VERIFIED' AND a.state = 'ACTIVE'
    AND NOT coalesce(s.closed_from <= $2 AND $2 < s.closed_to, false)
"""
_FROM = """
JOIN shops_product p ON p.id = v.product_id
JOIN shops_shop s ON s.id = p.shop_id
JOIN accounts_account a ON a.id = s.owner_id
LEFT JOIN shops_price c ON c.variant_id = v.id AND c.valid_to IS NULL
"""
_SHOPS = """
SELECT s.id FROM shops_shop s WHERE s.id IN (
    SELECT p.shop_id FROM orders_cart_line l
    JOIN shops_variant v ON v.id = l.variant_id JOIN shops_product p ON p.id = v.product_id
    WHERE l.cart_id = $1)
ORDER BY s.id FOR SHARE OF s
"""
_PRICE = f"""
SELECT CASE WHEN {_ON_SALE} THEN c.amount_paisa END AS price
FROM shops_variant v {_FROM} WHERE v.id = $1
"""
_WANTED = f"""
SELECT l.cart_id, l.variant_id, p.id AS product_id, s.id AS shop_id, s.owner_id,
       p.name_bn, p.name_en, v.choices, p.unit, l.quantity, l.price_paisa AS seen,
       CASE WHEN {_ON_SALE} THEN c.amount_paisa END AS price,
       coalesce((SELECT sum(k.on_hand - k.reserved) FROM shops_stock k
                 WHERE k.variant_id = v.id), 0)::bigint AS available
FROM orders_cart_line l JOIN shops_variant v ON v.id = l.variant_id {_FROM}
WHERE l.cart_id = ANY($1) ORDER BY l.cart_id, l.id
"""
