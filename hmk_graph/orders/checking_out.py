"""From a cart to orders: one transaction makes the checkout, an order at each shop, and its claims.

What stands in a cart is priced anew, what is short is named line by line, and nothing is written
unless all of it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from tortoise.connection import get_connection

from hmk_graph import deadlines
from hmk_graph.accounts import access, residence
from hmk_graph.accounts import rules as texts
from hmk_graph.clock import Clock
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.orders import carting, collecting, order_keeping, rules
from hmk_graph.orders.carting import Shopper, Wanted
from hmk_graph.orders.errors import (
    CartChanged,
    CartEmpty,
    CashNotTaken,
    NotOnSale,
    OwnShop,
    PriceChange,
    PricesChanged,
    WayNotOffered,
)
from hmk_graph.orders.events import OrderMoved
from hmk_graph.orders.machines import Actor, OrderCommand
from hmk_graph.orders.models import (
    Cart,
    CartLine,
    FailReason,
    Fulfilment,
    Group,
    GroupState,
    Order,
    OrderState,
    PayMethod,
    Way,
)
from hmk_graph.shops import rules as shop_rules
from hmk_graph.shops import stocking
from hmk_graph.shops.models import Shop

OPERATION = "checkOut"


@dataclass(frozen=True, kw_only=True)
class Destination:
    """Whom the goods are for, where they go, and in which `language`, bn or en, a guest is told."""

    name: str
    phone: str
    place_id: int
    address: str
    note: str = ""
    language: str = "bn"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How a checkout is paid, and (`ways`) how the goods of each shop come; else by courier.

    `cart_version` is of the cart that the person saw.
    """

    method: PayMethod
    cart_version: int
    ways: Mapping[int, Way]


@whole_command
async def check_out(
    shopper: Shopper, to: Destination, terms: Terms, *, idempotency_key: str, clock: Clock
) -> Group:
    """Order all that is in a cart. The same cart is checked out once, however often it is sent.

    Raises:
        NotFound: There is no such cart, or no such place.
        CartEmpty, CartChanged: Nothing is in it, or something else than was shown.
        NotOnSale, OwnShop, OutOfStock: Some goods cannot be ordered, or not so many.
        PricesChanged: Some cost something else than was shown.
        CashNotTaken, WayNotOffered: A shop does not do that.
        PhoneNotValid, NotAHome, BadInput: Where to, and whom for, is at fault.
        AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    columns = await _columns(to)
    actor = shopper.account_id or 0
    async with transaction(actor_id=shopper.account_id, command_id=idempotency_key) as events:
        if shopper.account_id is not None:
            await access.acting(shopper.account_id)
        cart = await carting.locked(shopper)
        given = {**vars(to), "cart": cart.id, "of": terms.cart_version, "by": terms.method.value}
        given["ways"] = {str(shop): way.value for shop, way in terms.ways.items()}
        earlier = await recall(actor, OPERATION, idempotency_key, **given)
        if earlier is not None:
            return await Group.get(id=earlier["group_id"])
        first = await Group.get_or_none(cart_id=cart.id, cart_version=terms.cart_version)
        if first is not None:
            return first
        await carting.hold_shops(cart.id)
        now = await clock()
        lines = await _checked_lines(shopper, cart, terms, now)
        shops = await _checked_shops(lines, terms, columns["contact_phone"], now)
        group = await _group(shopper, cart, terms, columns, _total(lines, shops, terms), now)
        events += await _order_all(group, lines, shops, terms, now)
        if terms.method is PayMethod.ONLINE:
            events += await collecting.make_due(group, now)
        await CartLine.filter(cart_id=cart.id).delete()
        await carting.touched(cart, now)
        await remember(actor, OPERATION, idempotency_key, {"group_id": group.id})
    return group


async def _checked_lines(shopper: Shopper, cart: Cart, terms: Terms, now: datetime) -> list[Wanted]:
    lines = await carting.wanted(cart.id, now)
    if cart.version != terms.cart_version:
        raise CartChanged(version=cart.version)
    if not lines:
        raise CartEmpty
    gone = [line.variant_id for line in lines if line.price is None]
    if gone:
        raise NotOnSale(gone)
    if shopper.account_id in {line.owner_id for line in lines}:
        raise OwnShop
    changes = [
        PriceChange(variant_id=line.variant_id, old=line.seen, new=line.price)
        for line in lines
        if line.price is not None and line.price != line.seen
    ]
    if changes:
        raise PricesChanged(changes)
    return lines


async def _checked_shops(
    lines: Sequence[Wanted], terms: Terms, phone: str, now: datetime
) -> dict[int, Shop]:
    shops = await Shop.in_bulk(sorted({line.shop_id for line in lines}), "id")
    for shop in shops.values():
        way = terms.ways.get(shop.id, Way.COURIER)
        if not (shop.delivers if way is Way.COURIER else shop.pickup):
            raise WayNotOffered(shop.id)
    if terms.method is PayMethod.CASH:
        taken = all(shop.takes_cash for shop in shops.values())
        if not taken or await refused_by(phone, now) >= rules.MOST_REFUSALS:
            raise CashNotTaken
    return dict(shops)


async def refused_by(phone: str, now: datetime) -> int:
    """Return how often goods were refused at the door of a phone lately."""
    return await Fulfilment.filter(
        order__group__contact_phone=phone,
        fail_reason=FailReason.REFUSED,
        ended_at__gt=now - rules.REFUSALS_COUNT_FOR,
    ).count()


def _total(lines: Sequence[Wanted], shops: Mapping[int, Shop], terms: Terms) -> int:
    way = sum(delivery_of(shop, terms) for shop in shops.values())
    return sum(line.seen * line.quantity for line in lines) + way


def delivery_of(shop: Shop, terms: Terms) -> int:
    """Return what the way of a shop's goods costs, in paisa."""
    fetched = terms.ways.get(shop.id, Way.COURIER) is Way.PICKUP
    return 0 if fetched else shop.delivery_paisa


async def _group(
    shopper: Shopper,
    cart: Cart,
    terms: Terms,
    columns: dict[str, Any],
    total: int,
    now: datetime,
) -> Group:
    online = terms.method is PayMethod.ONLINE
    secret = rules.secret_for(shopper.token, terms.cart_version)
    guest = cart.account_id is None
    return await Group.create(
        cart_id=cart.id,
        cart_version=terms.cart_version,
        buyer_id=cart.account_id,
        token_hash=rules.hash_of(secret) if guest and secret else None,
        state=GroupState.PENDING_PAYMENT if online else GroupState.PLACED,
        method=terms.method,
        total_paisa=total,
        created_at=now,
        expires_at=now + rules.PAY_WITHIN if online else None,
        **columns,
    )


async def _order_all(
    group: Group,
    lines: Sequence[Wanted],
    shops: Mapping[int, Shop],
    terms: Terms,
    now: datetime,
) -> list[Event]:
    """Write an order at each shop, with all their claims on goods last: those rows are shared."""
    events: list[Event] = []
    wishes: list[shop_rules.Wish] = []
    for shop_id in sorted(shops):
        shop = shops[shop_id]
        own = [line for line in lines if line.shop_id == shop_id]
        order, told = await write_order(
            group,
            shop,
            items=sum(line.seen * line.quantity for line in own),
            way=terms.ways.get(shop_id, Way.COURIER),
            delivery=delivery_of(shop, terms),
            now=now,
        )
        events += told
        wishes += await _write_lines(order, own)
    await stocking.hold(wishes, now=now)
    return events


async def write_order(
    group: Group,
    shop: Shop,
    *,
    items: int,
    way: Way,
    delivery: int,
    now: datetime,
    replaces_id: int | None = None,
) -> tuple[Order, list[Event]]:
    """Write one order of a checkout, without lines. One that needs no payment is placed at once."""
    placed = group.state is GroupState.PLACED
    due_at = shop_rules.next_open(now, shop.hours) + rules.ANSWER_WITHIN if placed else None
    order = await Order.create(
        group_id=group.id,
        shop_id=shop.id,
        state=OrderState.PLACED if placed else OrderState.PENDING,
        way=way,
        items_paisa=items,
        delivery_paisa=delivery,
        total_paisa=items + delivery,
        code=rules.fresh_code(),
        placed_at=now if placed else None,
        due_at=due_at,
        changed_at=now,
        replaces_id=replaces_id,
    )
    if due_at is None:
        return order, []
    await deadlines.arm(order_keeping.ANSWER_DUE, order.id, due_at)
    step = OrderCommand.PLACE
    moved = OrderMoved(
        order_id=order.id,
        state=order.state,
        happened=step,
        by=Actor.BUYER,
        reason="",
        due_at=due_at,
    )
    return order, [moved, *(await order_keeping.told(order, group, step))]


async def _write_lines(order: Order, own: Sequence[Wanted]) -> list[shop_rules.Wish]:
    rows = await get_connection("default").execute_query_dict(
        _LINES,
        [
            order.id,
            [line.variant_id for line in own],
            [line.name_bn for line in own],
            [line.name_en for line in own],
            [orjson.dumps(line.choices).decode() for line in own],
            [line.unit for line in own],
            [line.seen for line in own],
            [line.quantity for line in own],
        ],
    )
    return [shop_rules.Wish(**row) for row in rows]


async def _columns(to: Destination) -> dict[str, Any]:  # Any: columns
    await residence.check_home(to.place_id)
    return {
        "contact_name": texts.line_of(to.name, "name", longest=80),
        "contact_phone": texts.mobile(to.phone),
        "place_id": to.place_id,
        "address": texts.line_of(to.address, "address", longest=300, shortest=3),
        "note": texts.line_of(to.note, "note", longest=300, shortest=0),
        "language": texts.language_of(to.language),
    }


_LINES = """
INSERT INTO orders_line (order_id, variant_id, name_bn, name_en, choices, unit, price_paisa,
                         quantity, shipped, delivered, returned)
SELECT $1, w.variant_id, w.name_bn, w.name_en, w.choices::jsonb, w.unit, w.price, w.quantity,
       0, 0, 0
FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::int[])
    WITH ORDINALITY AS w (variant_id, name_bn, name_en, choices, unit, price, quantity, place)
ORDER BY w.place
RETURNING id AS line_id, variant_id, quantity
"""
