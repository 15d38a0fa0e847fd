"""Shops, prices, stocks and what is promised of them."""

from __future__ import annotations

from hmk_graph.shops.models import Movement, MovementKind, Reservation, Stock
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy
from tests.shops import stalls

LATER = "2036-05-19T00:00:00Z"
NEW = {"slug": "another-shop", "state": "REJECTED"}
COPIES: dict[str, list[Copy]] = {
    "shops_shop_one_open": [("shops_shop", {"slug": "another-shop"})],
    "shops_shop_address": [
        ("shops_shop", {**NEW, "slug": slug}) for slug in ("ab", "Dokan", "-dokan", "দোকান")
    ]
    + [("shops_shop", {**NEW, "host": "Dokan.example"})],
    "shops_shop_colors": [("shops_shop", {**NEW, "primary_color": "green"})],
    "shops_shop_delivery": [("shops_shop", {**NEW, "delivery_paisa": fee}) for fee in (-100, 150)]
    + [("shops_shop", {**NEW, "delivers": False, "pickup": False})],
    "shops_shop_closing": [
        ("shops_shop", {**NEW, "closed_from": LATER}),
        ("shops_shop", {**NEW, "closed_from": LATER, "closed_to": LATER}),
    ],
    "shops_shop_not_by_oneself": [("shops_shop", {**NEW, "decided_by_id": "owner_id"})],
    "shops_product_offered": [("shops_product", {"from_paisa": None})],
    "shops_price_one_open": [("shops_price", {"valid_from": LATER})],
    "shops_price_amount": [("shops_price", {"amount_paisa": a}) for a in (0, -100, 150)],
    "shops_price_one_at_a_time": [("shops_price", {"valid_to": LATER})],
    "shops_stock_within": [],
    "shops_stock_by_movements_alone": [("shops_stock", {"on_hand": 1})],
    "shops_movement_delta": [
        ("shops_movement", {"delta": 0}),
        ("shops_movement", {"kind": "SHIPPED", "delta": 1}),
        ("shops_movement", {"kind": "RESTOCKED", "delta": -1}),
    ],
    "shops_movement_moves": [],
    "shops_reservation_quantity": [
        ("shops_reservation", {"quantity": 0}),
        ("shops_reservation", {"consumed": 9}),
        ("shops_reservation", {"state": "CONSUMED"}),
    ],
    "shops_reservation_reserves": [
        ("shops_reservation", {"state": "RELEASED"}),
        ("shops_reservation", {"state": "COMMITTED", "consumed": 1}),
    ],
}
UPDATES: dict[str, list[str]] = {
    "shops_price_append_only": [
        "UPDATE shops_price SET amount_paisa = 100",
        "UPDATE shops_price SET valid_from = valid_from - interval '1 day'",
        "DELETE FROM shops_price",
    ],
    "shops_movement_append_only": [
        "UPDATE shops_movement SET delta = 5",
        "DELETE FROM shops_movement",
    ],
    "shops_stock_by_movements_alone": [
        "UPDATE shops_stock SET on_hand = on_hand + 1",
        "UPDATE shops_stock SET reserved = 0",
        "DELETE FROM shops_stock",
    ],
    "shops_stock_within": [
        "INSERT INTO shops_movement (stock_id, kind, delta, note, at)"
        " SELECT id, 'COUNTED', -on_hand, '', clock_timestamp() FROM shops_stock"
        " WHERE reserved > 0",
        "INSERT INTO shops_reservation (stock_id, line_id, quantity, consumed, state, created_at)"
        " SELECT id, 1, on_hand + 1, 0, 'HELD', clock_timestamp() FROM shops_stock",
    ],
    "shops_reservation_reserves": [
        "DELETE FROM shops_reservation",
        "UPDATE shops_reservation SET quantity = quantity + 1",
        "UPDATE shops_reservation SET consumed = 1",
        "UPDATE shops_reservation SET state = 'HELD' WHERE state = 'RELEASED'",
        "UPDATE shops_reservation SET state = 'RELEASED' WHERE state = 'RELEASED'",
    ],
}


async def furnish() -> None:
    """Have a shop with goods, of which some are promised and some were."""
    cheese = await stalls.variant()
    stock = await Stock.get(variant_id=cheese.id)
    for line_id in (1, 2):
        await Reservation.create(stock=stock, line_id=line_id, quantity=2, created_at=NOON)
    await Reservation.filter(line_id=2).update(state="RELEASED")
    assert await Movement.exists(kind=MovementKind.COUNTED)
    assert await factories.union()
