"""All shops beside each other: which are shown where, which are open, and what of their goods."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.clock import DHAKA
from hmk_graph.shops import bazar_queries, shop_keeping
from hmk_graph.shops.bazar_queries import Sought
from hmk_graph.shops.models import ProductState, Shop, ShopState
from tests import factories
from tests.factories import NOON
from tests.shops import stalls

pytestmark = pytest.mark.usefixtures("db")

MINUTE = timedelta(minutes=1)
WEEKDAY = NOON.astimezone(DHAKA).weekday()
# Twelve o'clock in Dhaka, in minutes of its day.
NOW = 12 * 60


def hours(*spans: list[int]) -> list[list[list[int]]]:
    """Hours on the weekday of NOON alone."""
    return [list(spans) if day == WEEKDAY else [] for day in range(7)]


async def found(**sought: object) -> list[int]:
    rows = await bazar_queries.in_bazar(Sought(**sought)).order_by("-id")  # type: ignore[arg-type]  # as the test names them
    return [row.id for row in rows]


async def test_a_place_shows_its_own_shops_and_what_is_outside_shows_all_others():
    near = await stalls.shop()
    far = await stalls.shop(place=await factories.union("kishoreganj-itna-sadar"))
    karimganj, district = await factories.upazila(), await factories.district()

    assert await found(place_id=karimganj.id) == [near.id]
    assert await found(outside_id=karimganj.id) == [far.id]
    assert await found(place_id=district.id, outside_id=near.place_id) == [far.id]
    assert await found(place_id=karimganj.id, outside_id=district.id) == []


async def test_a_kind_of_goods_finds_who_offers_it_now():
    dairy, cloth = await stalls.category(), await stalls.category("clothing")
    cheese, gone = await stalls.product(), await stalls.product(state=ProductState.PAUSED)

    assert await found(category_id=dairy.id) == [cheese.shop_id]
    assert await found(category_id=cloth.id) == []
    assert gone.shop_id in await found()


async def test_nobody_sees_a_shop_that_is_no_shop_yet_or_whose_owner_is_shut_out():
    seen = await stalls.shop(state=ShopState.PAUSED)
    await stalls.shop(state=ShopState.SUBMITTED)
    shut = await stalls.shop()
    await Account.filter(id=shut.owner_id).update(state=AccountState.SUSPENDED)

    assert await found() == [seen.id]


@pytest.mark.parametrize(
    ("columns", "open_now"),
    [
        ({"hours": []}, True),
        ({"hours": hours([NOW, NOW + 1])}, True),
        ({"hours": hours([NOW - 60, NOW])}, False),
        ({"hours": hours([NOW + 1, NOW + 60])}, False),
        ({"hours": hours([NOW - 60, NOW - 30], [NOW - 1, NOW + 1])}, True),
        ({"hours": [[] if day == WEEKDAY else [[0, 1440]] for day in range(7)]}, False),
        ({"closed_from": NOON, "closed_to": NOON + MINUTE}, False),
        ({"closed_from": NOON - MINUTE, "closed_to": NOON}, True),
        ({"closed_from": NOON + MINUTE, "closed_to": NOON + 2 * MINUTE}, True),
        ({"state": ShopState.PAUSED}, False),
    ],
)
async def test_who_is_open_now_is_found_and_says_so_himself(
    columns: dict[str, Any], open_now: bool
):
    shop = await stalls.shop(**columns)

    assert await found(open_at=NOON) == ([shop.id] if open_now else [])
    assert shop_keeping.is_open(await Shop.get(id=shop.id), NOON) is open_now


async def test_the_day_of_the_hours_is_dhakas_where_it_begins_six_hours_before_utcs():
    shop = await stalls.shop(hours=hours([0, 60]))
    midnight = NOON - timedelta(hours=12)

    assert await found(open_at=midnight) == [shop.id]
    assert shop_keeping.is_open(shop, midnight)
    assert await found(open_at=midnight + timedelta(hours=24)) == []


async def test_of_many_shops_each_shows_its_three_newest_goods_that_can_be_ordered():
    many, few, away = await stalls.shop(), await stalls.shop(), await stalls.shop()
    goods = [await stalls.product(many) for _ in range(4)]
    await stalls.product(many, state=ProductState.DRAFT)
    one = await stalls.product(few)
    await stalls.product(away)
    await Shop.filter(id=away.id).update(closed_from=NOON, closed_to=NOON + MINUTE)

    shown = await bazar_queries.newest_goods(NOON, [few.id, many.id, away.id])

    newest = [row.id for row in reversed(goods[1:])]
    assert [[row.id for row in each] for each in shown] == [[one.id], newest, []]
