"""Carts, checkouts, orders, parcels and returns."""

from __future__ import annotations

from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.models import (
    Fulfilment,
    FulfilmentLine,
    Line,
    PayMethod,
    Remedy,
    Return,
    ReturnLine,
)
from hmk_graph.payments.paying_models import Intent
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy
from tests.shops import stalls

PAID = "2036-05-19T00:00:00Z"
NEW = {"where": "method = 'ONLINE'", "cart_version": 99}
COPIES: dict[str, list[Copy]] = {
    "orders_cart_one_each": [("orders_cart", {"where": "account_id IS NOT NULL"})],
    "orders_cart_secret": [("orders_cart", {"where": "account_id IS NULL"})],
    "orders_cart_of_one": [
        ("orders_cart", {"where": "account_id IS NOT NULL", "account_id": None}),
        ("orders_cart", {"where": "account_id IS NOT NULL", "token_hash": "\\x02"}),
    ],
    "orders_cart_line_quantity": [
        ("orders_cart_line", {"variant_id": 10**9, "quantity": number}) for number in (0, 100)
    ]
    + [("orders_cart_line", {"variant_id": 10**9, "price_paisa": 0})],
    "orders_group_paid_or_over": [
        ("orders_group", {**NEW, "state": "EXPIRED", "paid_at": PAID}),
        ("orders_group", {**NEW, "state": "CANCELLED", "paid_at": PAID}),
        ("orders_group", {**NEW, "paid_at": PAID}),
        ("orders_group", {**NEW, "state": "PLACED"}),
        ("orders_group", {**NEW, "expires_at": None}),
    ],
    "orders_group_total": [("orders_group", {**NEW, "total_paisa": n}) for n in (-100, 150)],
    "orders_group_of_one": [("orders_group", {**NEW, "buyer_id": None})],
    "orders_order_amounts": [
        ("orders_order", {"shop_id": 10**9, **changed})
        for changed in (
            {"total_paisa": 1},
            {"delivery_paisa": -1},
            {"refunded_paisa": 10**9},
            {"refunded_paisa": -1},
        )
    ],
    "orders_order_code": [
        ("orders_order", {"shop_id": 10**9, "code": "12345"}),
        ("orders_order", {"shop_id": 10**9, "code_tries": 6}),
    ],
    "orders_line_counts": [
        ("orders_line", changed)
        for changed in (
            {"quantity": 0},
            {"quantity": 100},
            {"shipped": 99},
            {"delivered": 1},
            {"returned": 1},
            {"price_paisa": -1},
        )
    ],
    "orders_fulfilment_share": [("orders_fulfilment", {"share_paisa": -1})],
    "orders_fulfilment_line_quantity": [
        ("orders_fulfilment_line", {"line_id": 10**9, "quantity": 0})
    ],
    "orders_return_refund": [("orders_return", {"refund_paisa": -1})],
    "orders_return_line_counts": [
        ("orders_return_line", {"line_id": 10**9, **changed})
        for changed in ({"quantity": 0}, {"sound": -1}, {"sound": 1, "damaged": 1})
    ],
}


async def furnish() -> None:
    """Have a cart of each sort, a checkout of each, a parcel and a return."""
    cheese = await stalls.variant()
    await stalls.basket(Shopper(account_id=None), (cheese, 1))
    buyer = await factories.person()
    order, _ = await stalls.ordered(cheese, buyer=buyer, method=PayMethod.ONLINE)
    await Intent.all().delete()  # sums are tried with the tables of payments
    await stalls.basket(Shopper(account_id=buyer.id), (cheese, 1))
    line = await Line.get(order_id=order.id)
    parcel = await Fulfilment.create(order=order, share_paisa=0, packed_at=NOON)
    await FulfilmentLine.create(fulfilment=parcel, line=line, quantity=1)
    back = await Return.create(
        order=order, remedy=Remedy.REFUND, reason="x", asked_at=NOON, expires_at=NOON
    )
    await ReturnLine.create(returned=back, line=line, quantity=1)
