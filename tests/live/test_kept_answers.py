"""Two web processes keep answers of their own, and neither ever gives one that is over."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import Any

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.haat.lot_models import Lot
from hmk_graph.money import taka
from tests.auctions import bidder
from tests.live.test_two_processes import bid, running_lot, token_of
from tests.processes import Web

HALL = "{ lots { edges { node { id price bidCount animal { sellerName } } } } }"
LOT = "query ($id: ID!) { lot(id: $id) { price bidCount bids { price } animal { sellerName } } }"


@pytest.fixture
def houses(database_url, redis):
    with ExitStack() as stack:
        at = {"database_url": database_url, "redis_url": redis.url}
        yield [stack.enter_context(Web(**at)) for _ in range(2)]


async def hall(web: Web, _cow: Lot) -> dict[str, Any]:
    answer = await web.ask(HALL, {})
    node: dict[str, Any] = answer["data"]["lots"]["edges"][0]["node"]
    return node


async def page(web: Web, cow: Lot) -> dict[str, Any]:
    answer = await web.ask(LOT, {"id": f"Lot:{cow.id}"})
    lot: dict[str, Any] = answer["data"]["lot"]
    return lot


async def test_the_very_next_request_to_another_process_sees_the_change(houses, database_url):
    async with running_lot(database_url) as cow:
        people = [await bidder(), await bidder()]
        signed = [await token_of(person) for person in people]
        stop = asyncio.Event()

        async def crowd(web: Web) -> int:
            """Ask again and again, so that something is kept and looked at all the time."""
            asked = 0
            while not stop.is_set():
                await asyncio.gather(*(look(web, cow) for look in (hall, page) for _ in range(4)))
                asked += 8
            return asked

        crowds = [asyncio.create_task(crowd(web)) for web in houses]
        late = []
        for n in range(40):
            near, far = houses[n % 2], houses[1 - n % 2]
            said = await bid(near, cow, signed[n % 2], 60_000 + 10_000 * n, f"{n}")
            seen = await asyncio.gather(
                *(look(w, cow) for w in (near, far) for look in (hall, page))
            )
            late += [(n, one["price"]) for one in seen if one["price"] < said["price"]]
            late += [(n, one["bidCount"]) for one in seen if one["bidCount"] != n + 1]
        await Account.filter(id=cow.seller_id).update(name="নতুন নাম")
        names = {
            (await look(web, cow))["animal"]["sellerName"]
            for web in houses
            for look in (hall, page)
        }
        stop.set()
        asked = await asyncio.gather(*crowds)

    assert late == []
    assert names == {"নতুন নাম"}
    assert all(one > 0 for one in asked)
    assert said["price"] > taka(60_000)
