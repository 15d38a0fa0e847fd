"""The bazar as clients see it."""

from __future__ import annotations

from typing import Any, cast

import pytest

from hmk_graph.shops.models import Shop
from realtime.hub import Hub
from schema import root
from schema.context import Context
from schema.cursors import Cursors
from tests import factories
from tests.factories import NOON, at
from tests.shops import stalls

pytestmark = pytest.mark.usefixtures("db")
SCHEMA = root.build()
FOUND = "edges { node { id openNow newestProducts { id fromPrice } } }"
FOUND += " pageInfo { hasNextPage endCursor }"


async def shops(arguments: str) -> Any:
    """Return the shops that a stranger finds at NOON."""
    context = Context(
        clock=at(NOON),
        hub=cast(Hub, None),
        cursors=Cursors(b"tests"),
        address="203.0.113.7",
        request_id="r",
    )
    answer = await SCHEMA.execute(f"{{ shops({arguments}) {{ {FOUND} }} }}", context_value=context)
    assert answer.errors is None
    assert answer.data is not None
    return answer.data["shops"]


def ids(page: Any) -> list[str]:
    return [edge["node"]["id"] for edge in page["edges"]]


async def test_shops_of_a_place_come_page_by_page_with_the_newest_of_their_goods():
    old, new = await stalls.shop(), await stalls.shop()
    cheese = await stalls.product(new)
    far = await stalls.shop(place=await factories.union("kishoreganj-itna-sadar"))
    here = f'within: "Place:{old.place_id}"'

    page = await shops(f"{here}, first: 1")
    rest = await shops(f'{here}, first: 1, after: "{page["pageInfo"]["endCursor"]}"')
    elsewhere = await shops(f'filter: {{outside: "Place:{old.place_id}"}}')

    goods = [{"id": f"Product:{cheese.id}", "fromPrice": stalls.PRICE}]
    assert [edge["node"] for edge in page["edges"]] == [
        {"id": f"Shop:{new.id}", "openNow": True, "newestProducts": goods}
    ]
    assert (page["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (True, False)
    assert (ids(rest), ids(elsewhere)) == ([f"Shop:{old.id}"], [f"Shop:{far.id}"])


async def test_shops_are_filtered_by_what_they_sell_and_by_being_open():
    dairy = await stalls.product()
    shut = await stalls.product()
    await Shop.filter(id=shut.shop_id).update(closed_from=NOON, closed_to=factories.FOR_EVER)
    kind = f'categoryId: "ProductCategory:{dairy.category_id}"'

    both = await shops(f"filter: {{{kind}}}")
    open_now = await shops(f"filter: {{{kind}, openNow: true}}")

    assert ids(both) == [f"Shop:{shut.shop_id}", f"Shop:{dairy.shop_id}"]
    assert ids(open_now) == [f"Shop:{dairy.shop_id}"]


async def test_what_is_no_place_and_no_kind_of_goods_has_no_shop_in_it():
    shop = await stalls.shop()

    assert ids(await shops('within: "nowhere"')) == []
    assert ids(await shops('filter: {categoryId: "ProductCategory:999"}')) == []
    assert ids(await shops('filter: {outside: "nowhere"}')) == [f"Shop:{shop.id}"]
