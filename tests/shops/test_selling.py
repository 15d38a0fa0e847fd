"""What a shop offers, what it costs, and how much of it is there."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from hmk_graph.errors import BadInput, NotFound
from hmk_graph.money import Paisa, taka
from hmk_graph.shops import cataloging, queries, stocking
from hmk_graph.shops.cataloging import Form, Label
from hmk_graph.shops.errors import ProductIncomplete, StockChanged, StockPromised, VariantExists
from hmk_graph.shops.machines import ProductCommand
from hmk_graph.shops.models import (
    Movement,
    MovementKind,
    Price,
    Product,
    ProductState,
    Shop,
    Stock,
    Variant,
)
from tests import factories
from tests.factories import NOON, at
from tests.shops import stalls

pytestmark = pytest.mark.usefixtures("db")


async def added(stall: Shop, *forms: Form, **words: Any) -> Product:
    kind = await stalls.category()
    ordinary: dict[str, Any] = {"name_bn": "গামছা", "unit": "piece"}
    label = Label(category_id=kind.id, **{**ordinary, **words})
    return await cataloging.add_product(
        stall.owner_id, label, forms, idempotency_key=stalls.key(), clock=at(NOON)
    )


async def changed(stall: Shop, of: Variant, **how: Any) -> Stock:
    return await stocking.change(
        stall.owner_id, of.id, idempotency_key=stalls.key(), clock=at(NOON), **how
    )


async def test_a_product_comes_in_forms_with_prices_and_stock_of_their_own():
    stall = await stalls.shop()

    product = await added(
        stall,
        Form(price=taka(300), choices=["লাল"], on_hand=4),
        Form(price=taka(250), choices=["নীল"]),
        options=["রং"],
    )

    red, blue = await Variant.all().order_by("position")
    assert product.from_paisa == taka(250)
    assert [await stalls.stock_of(one) for one in (red, blue)] == [(4, 0), (0, 0)]


async def test_a_form_is_there_once_and_names_each_option():
    stall = await stalls.shop()
    red = Form(price=taka(300), choices=["লাল"])

    with pytest.raises(VariantExists):
        await added(stall, red, red, options=["রং"])
    with pytest.raises(BadInput):
        await added(stall, red, options=["রং", "মাপ"])
    with pytest.raises(BadInput):
        await added(stall, options=["রং", "রং"])

    assert not await Product.exists()


async def test_a_product_without_a_price_is_not_offered():
    stall = await stalls.shop()
    product = await added(stall)

    with pytest.raises(ProductIncomplete):
        await cataloging.move(stall.owner_id, product.id, ProductCommand.OFFER, clock=at(NOON))
    await cataloging.add_variant(
        stall.owner_id, product.id, Form(price=taka(5)), idempotency_key="k", clock=at(NOON)
    )
    offered = await cataloging.move(
        stall.owner_id, product.id, ProductCommand.OFFER, clock=at(NOON)
    )

    assert offered.state is ProductState.ACTIVE


async def test_what_a_thing_did_cost_stays_written_down():
    cheese = await stalls.variant(price=taka(250))
    stall = await Shop.get()
    for price in (taka(280), taka(280), taka(240)):
        await cataloging.set_price(stall.owner_id, cheese.id, price, clock=at(NOON))

    [history] = await queries.price_history([cheese.id])

    assert [row.amount_paisa for row in history] == [taka(240), taka(280), taka(250)]
    assert await Price.filter(valid_to=None).count() == 1
    assert (await Product.get()).from_paisa == taka(240)


@pytest.mark.parametrize("price", [0, 99, -1, 1_000_000_001])
async def test_a_price_is_at_least_a_taka_and_at_most_a_crore(price: int):
    cheese = await stalls.variant()
    stall = await Shop.get()

    with pytest.raises(BadInput):
        await cataloging.set_price(stall.owner_id, cheese.id, Paisa(price), clock=at(NOON))

    assert await Price.all().count() == 1


async def test_stock_moves_by_a_difference_and_each_movement_is_kept():
    cheese = await stalls.variant(on_hand=10)
    stall = await Shop.get()

    await changed(stall, cheese, delta=5, note="নতুন চালান")
    stock = await changed(stall, cheese, delta=-3)

    assert stock.on_hand == 12
    deltas = await Movement.all().order_by("id").values_list("delta", flat=True)
    assert deltas == [10, 5, -3]


async def test_what_was_counted_holds_only_against_the_version_that_was_seen():
    cheese = await stalls.variant(on_hand=10)
    stall = await Shop.get()
    seen = (await Stock.get()).version
    await changed(stall, cheese, delta=1)

    with pytest.raises(StockChanged) as refused:
        await changed(stall, cheese, counted=7, seen_version=seen)
    assert refused.value.on_hand == 11
    stock = await changed(stall, cheese, counted=7, seen_version=refused.value.version)

    assert stock.on_hand == 7


@pytest.mark.parametrize("how", [{}, {"delta": 1, "counted": 1}, {"counted": 1}])
async def test_a_change_is_a_difference_or_a_count_with_its_version(how: dict[str, int]):
    cheese = await stalls.variant()
    stall = await Shop.get()

    with pytest.raises(BadInput):
        await changed(stall, cheese, **how)

    assert await stalls.stock_of(cheese) == (10, 0)


async def test_a_stock_never_falls_under_what_is_promised():
    cheese = await stalls.variant(on_hand=10)
    stall = await Shop.get()
    await stalls.ordered(cheese, 4)

    with pytest.raises(StockPromised) as refused:
        await changed(stall, cheese, delta=-7)

    assert refused.value.reserved == 4
    assert await stalls.stock_of(cheese) == (10, 4)


async def test_the_same_change_sent_twice_moves_the_stock_once():
    cheese = await stalls.variant(on_hand=10)
    stall = await Shop.get()

    await asyncio.gather(
        *(
            stocking.change(
                stall.owner_id, cheese.id, idempotency_key="tap", delta=2, clock=at(NOON)
            )
            for _ in range(2)
        )
    )

    assert await stalls.stock_of(cheese) == (12, 0)


async def test_nobody_changes_what_is_anothers():
    cheese = await stalls.variant()
    other = await stalls.shop()

    with pytest.raises(NotFound):
        await changed(other, cheese, delta=5)
    with pytest.raises(NotFound):
        await cataloging.set_price(other.owner_id, cheese.id, taka(1), clock=at(NOON))
    with pytest.raises(NotFound):
        await cataloging.retire_variant((await factories.person()).id, cheese.id, clock=at(NOON))

    assert await stalls.stock_of(cheese) == (10, 0)


async def test_of_many_movements_the_newest_fifty_of_each_stock_are_read():
    cheese, butter = await stalls.variant(on_hand=1), await stalls.variant(on_hand=1)
    stocks = [await Stock.get(variant_id=one.id) for one in (cheese, butter)]
    for _ in range(queries.MOST_MOVEMENTS):
        await Movement.create(stock=stocks[0], kind=MovementKind.COUNTED, delta=1, at=NOON)

    many, few = await queries.movements_of([one.id for one in stocks])

    newest = await Movement.filter(stock_id=stocks[0].id).order_by("-id").limit(50)
    assert [row.id for row in many] == [row.id for row in newest]
    assert len(few) == 1


async def test_what_is_wanted_at_once_is_what_somebody_has_and_nobody_else_was_promised():
    there, sold_out = await stalls.variant(on_hand=1), await stalls.variant(on_hand=0)

    found = await queries.on_sale(queries.Wanted(in_stock=True), at=NOON)

    assert [row.id for row in found] == [there.product_id]
    assert sold_out.product_id != there.product_id
