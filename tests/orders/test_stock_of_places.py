"""What lies at two places is one stock to a buyer, and is counted at each place by itself."""

from __future__ import annotations

import pytest

from hmk_graph.shops import rules, stocking
from hmk_graph.shops.errors import OutOfStock
from hmk_graph.shops.models import Shop, Stock, Variant
from tests import factories
from tests.factories import NOON, at
from tests.orders.test_order_money import delivered
from tests.shops import stalls

pytestmark = pytest.mark.usefixtures("db")


async def at_two_places(first: int, second: int) -> Variant:
    """Make goods of which some lie at the shop, and some at the upazila."""
    cheese = await stalls.variant(on_hand=first)
    shop = await Shop.get(products__variants__id=cheese.id)
    await stocking.change(
        shop.owner_id,
        cheese.id,
        idempotency_key="there",
        place_id=(await factories.upazila()).id,
        delta=second,
        clock=at(NOON),
    )
    return cheese


async def counted(of: Variant) -> list[tuple[int, int]]:
    rows = await Stock.filter(variant_id=of.id).order_by("id")
    return [(row.on_hand, row.reserved) for row in rows]


async def test_an_order_larger_than_either_place_is_served_from_both():
    cheese = await at_two_places(4, 3)

    order, _ = await stalls.ordered(cheese, quantity=6)
    promised = await counted(cheese)
    await delivered(order)

    assert promised == [(4, 4), (3, 2)]
    assert await counted(cheese) == [(0, 0), (1, 0)]


async def test_more_than_both_places_have_is_not_promised():
    cheese = await at_two_places(4, 3)

    with pytest.raises(OutOfStock) as short:
        await stocking.need([rules.Wish(line_id=1, variant_id=cheese.id, quantity=8)])

    assert [one.left for one in short.value.short] == [7]
    assert await counted(cheese) == [(4, 0), (3, 0)]
