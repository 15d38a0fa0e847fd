"""A shop of one's own: drafted, published, looked at by an officer, open, and paused."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from hmk_graph.accounts.errors import NotOnOneself
from hmk_graph.errors import BadInput, NotAllowed, NotFound, StaleState
from hmk_graph.orders import obligations
from hmk_graph.orders import queries as order_queries
from hmk_graph.shops import approving, opening, queries
from hmk_graph.shops.errors import (
    ShopAddressReserved,
    ShopAddressTaken,
    ShopIncomplete,
    ShopStillOwing,
)
from hmk_graph.shops.machines import ShopCommand
from hmk_graph.shops.models import Product, ProductState, Shop, ShopState
from hmk_graph.shops.opening import Sign
from tests import factories
from tests.factories import NOON, at
from tests.shops import stalls

pytestmark = pytest.mark.usefixtures("db")


async def sign(**words: Any) -> Sign:
    union = await factories.union()
    ordinary = {"slug": "ponir-apa", "name_bn": "পনির আপা", "phone": "01712345678"}
    return Sign(place_id=union.id, **{"about": "হাওরের পনির", **ordinary, **words})


async def opened(owner_id: int, **words: Any) -> Shop:
    return await opening.open_shop(
        owner_id, await sign(**words), idempotency_key=stalls.key(), clock=at(NOON)
    )


decide = partial(approving.decide, open_business=obligations.open_at_shop)


async def test_a_shop_is_drafted_published_looked_at_and_open():
    owner, officer = await factories.person(), await factories.officer()
    shop = await opened(owner.id)
    await stalls.variant(await stalls.product(shop))
    with pytest.raises(NotFound):
        await queries.visible_shop(None, shop.id)

    shop = await opening.move(owner.id, ShopCommand.PUBLISH, clock=at(NOON))
    assert (shop.state, shop.due_at) == (ShopState.SUBMITTED, NOON + timedelta(days=5))
    await decide(officer.id, shop.id, ShopCommand.VERIFY, clock=at(NOON))

    assert (await queries.shop_at(None, slug="PONIR-apa", host=None)).id == shop.id
    assert (await Shop.get()).state is ShopState.VERIFIED


async def test_a_shop_without_words_or_goods_is_not_published():
    owner = await factories.person()
    await opened(owner.id, about="")

    with pytest.raises(ShopIncomplete) as refused:
        await opening.move(owner.id, ShopCommand.PUBLISH, clock=at(NOON))

    assert refused.value.missing == ["about", "products"]
    assert (await Shop.get()).state is ShopState.DRAFT


async def test_a_person_has_one_shop_however_often_he_opens_it():
    owner = await factories.person()

    first = await opened(owner.id)
    second = await opened(owner.id, slug="another-name")

    assert first.id == second.id
    assert (await Shop.get()).slug == "another-name"


@pytest.mark.parametrize("slug", ["ab", "-abc", "abc-", "a--b", "পনির", "a b", "x" * 41, "1abc"])
async def test_a_slug_is_small_letters_digits_and_single_hyphens(slug: str):
    owner = await factories.person()

    with pytest.raises(BadInput, match="slug"):
        await opened(owner.id, slug=slug)

    assert not await Shop.exists()


async def test_an_address_is_one_shops_alone_and_none_of_the_houses_own():
    first, second = await factories.person(), await factories.person()
    await opened(first.id, host="Ponir.Example.")

    with pytest.raises(ShopAddressTaken):
        await opened(second.id)
    with pytest.raises(ShopAddressTaken):
        await opened(second.id, slug="other", host="ponir.example")
    with pytest.raises(ShopAddressReserved):
        await opened(second.id, slug="graphql")

    assert (await Shop.get()).host == "ponir.example"


async def test_only_an_officer_of_its_place_decides_and_never_about_his_own():
    stall = await stalls.shop(state=ShopState.SUBMITTED)
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-bhairab"))
    officer = await factories.officer()
    own = await stalls.shop(officer, state=ShopState.SUBMITTED)

    for stranger in (elsewhere, await factories.person()):
        with pytest.raises(NotFound):
            await decide(stranger.id, stall.id, ShopCommand.VERIFY, clock=at(NOON))
    with pytest.raises(NotOnOneself):
        await decide(officer.id, own.id, ShopCommand.VERIFY, clock=at(NOON))

    assert not await Shop.filter(state=ShopState.VERIFIED).exists()


async def test_an_officer_who_asks_for_more_says_what_and_the_owner_publishes_anew():
    officer = await factories.officer()
    stall = await stalls.shop(state=ShopState.SUBMITTED)
    await stalls.variant(await stalls.product(stall))

    asked = await decide(
        officer.id,
        stall.id,
        ShopCommand.ASK_FOR_MORE,
        reason="ঠিকানা স্পষ্ট করে লিখুন",
        clock=at(NOON),
    )
    again = await opening.move(stall.owner_id, ShopCommand.PUBLISH, clock=at(NOON))

    assert (asked.state, asked.reason) == (ShopState.NEEDS_INFO, "ঠিকানা স্পষ্ট করে লিখুন")
    assert (again.state, again.reason) == (ShopState.SUBMITTED, "")


async def test_an_owner_pauses_and_an_officer_suspends():
    stall = await stalls.shop()
    officer = await factories.officer()

    paused = await opening.move(stall.owner_id, ShopCommand.PAUSE, clock=at(NOON))
    assert paused.state is ShopState.PAUSED
    await decide(
        officer.id,
        stall.id,
        ShopCommand.SUSPEND,
        reason="ভেজাল পণ্যের অভিযোগ",
        clock=at(NOON),
    )

    for command, refusal in ((ShopCommand.RESUME, StaleState), (ShopCommand.RESTORE, NotAllowed)):
        with pytest.raises(refusal):
            await opening.move(stall.owner_id, command, clock=at(NOON))
    with pytest.raises(NotFound):
        await queries.visible_shop(None, stall.id)


async def test_a_shop_with_open_orders_is_not_closed():
    order, _ = await stalls.ordered()
    owner_id = await stalls.owner_of(order)

    with pytest.raises(ShopStillOwing):
        await opening.close(owner_id, open_orders=order_queries.open_at)
    await type(order).filter(id=order.id).update(state="CLOSED")
    closed = await opening.close(owner_id, open_orders=order_queries.open_at)

    assert closed.state is ShopState.TERMINATED
    assert (await Product.get()).state is ProductState.RETIRED


@pytest.mark.parametrize(
    ("start", "end"), [(0, 0), (1, 0), (-3, -1), (0, 184), (None, 1), (1, None)]
)
async def test_a_holiday_ends_after_it_began_and_within_half_a_year(
    start: int | None, end: int | None
):
    stall = await stalls.shop()
    first, last = (None if day is None else NOON + timedelta(days=day) for day in (start, end))

    with pytest.raises(BadInput):
        await opening.go_on_holiday(stall.owner_id, first, last, clock=at(NOON))

    assert (await Shop.get()).closed_from is None
