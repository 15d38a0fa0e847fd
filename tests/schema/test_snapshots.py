"""State and cursor of one moment: what happens after the query comes once, and nothing before."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any

import pytest

from hmk_graph.haat.bidding import place_bid
from hmk_graph.money import taka
from hmk_graph.relay import Relay
from realtime.bus import Bus
from realtime.hub import Hub
from schema import root
from schema.context import Context
from schema.cursors import Cursors
from tests import auctions, factories
from tests.factories import NOON, at

SCHEMA = root.build()
LOT = """query ($id: ID!) { lotSnapshot(lotId: $id) {
    cursor seq epoch serverNow lot { number price bidCount } } }"""
HAAT = "query ($id: ID!) { haatSnapshot(haatId: $id) { cursor seq lots { number } } }"
OWN = "{ accountSnapshot { cursor seq accountId } }"
LOT_EVENTS = """subscription ($id: ID!, $after: Cursor) { lotEvents(lotId: $id, after: $after) {
    __typename ... on StreamEvent { seq } ... on BidPlaced { price } } }"""
HAAT_EVENTS = """subscription ($id: ID!, $after: Cursor) { haatEvents(haatId: $id, after: $after) {
    __typename ... on StreamEvent { seq } ... on BlockChanged { lotId } } }"""
OWN_EVENTS = """subscription ($after: Cursor) { accountEvents(after: $after) {
    __typename ... on StreamEvent { seq } ... on Outbid { lotId } } }"""


@pytest.fixture
async def hub(db):
    """A hub whose bus is fed by a relay, as in a web process."""
    async with Bus(None) as bus:
        relay = asyncio.create_task(Relay(bus).run())
        yield Hub(bus)
        relay.cancel()
        await asyncio.gather(relay, return_exceptions=True)


def context(hub: Hub, viewer_id: int | None = None) -> Context:
    return Context(
        clock=at(NOON),
        hub=hub,
        cursors=Cursors(b"tests"),
        address="203.0.113.7",
        request_id="r",
        viewer_id=viewer_id,
    )


async def asked(hub: Hub, query: str, viewer_id: int | None = None, **variables: Any) -> Any:
    answer = await SCHEMA.execute(
        query, variable_values=variables, context_value=context(hub, viewer_id)
    )
    assert answer.errors is None, answer.errors
    assert answer.data is not None
    return next(iter(answer.data.values()))


async def heard(
    hub: Hub, query: str, many: int, viewer_id: int | None = None, **variables: Any
) -> list[dict[str, Any]]:
    """Follow until so many items came."""
    stream: Any = await SCHEMA.subscribe(
        query, variable_values=variables, context_value=context(hub, viewer_id)
    )
    items = []
    async with asyncio.timeout(60), aclosing(stream):
        async for result in stream:
            assert result.errors is None, result.errors
            items.append(next(iter(result.data.values())))
            if len(items) == many:
                break
    return items


async def test_a_bid_between_query_and_subscription_arrives_once(hub):
    cow, first, second = await auctions.lot(), await auctions.bidder(), await auctions.bidder()
    stood = await asked(hub, LOT, id=f"Lot:{cow.id}")
    assert stood["lot"] == {"number": cow.id, "price": None, "bidCount": 0}

    await place_bid(first.id, cow.id, taka(60_000), idempotency_key="a", clock=at(NOON))
    following = asyncio.create_task(
        heard(hub, LOT_EVENTS, 2, id=f"Lot:{cow.id}", after=stood["cursor"])
    )
    while not hub.listeners:
        await asyncio.sleep(0)
    await place_bid(second.id, cow.id, taka(70_000), idempotency_key="b", clock=at(NOON))

    items = await following
    assert [(item["__typename"], item["seq"]) for item in items] == [
        ("BidPlaced", stood["seq"] + 1),
        ("BidPlaced", stood["seq"] + 2),
    ]


async def test_a_lot_that_comes_between_query_and_subscription_arrives_once(hub):
    haat = await factories.haat()
    stood = await asked(hub, HAAT, id=f"Haat:{haat.id}")
    cow = await auctions.lot()

    [item] = await heard(hub, HAAT_EVENTS, 1, id=f"Haat:{haat.id}", after=stood["cursor"])

    assert stood["lots"] == []
    assert item == {"__typename": "BlockChanged", "seq": stood["seq"] + 1, "lotId": f"Lot:{cow.id}"}


async def test_what_concerns_a_person_between_query_and_subscription_arrives_once(hub):
    cow, loser, winner = await auctions.lot(), await auctions.bidder(), await auctions.bidder()
    await place_bid(loser.id, cow.id, taka(60_000), idempotency_key="a", clock=at(NOON))
    stood = await asked(hub, OWN, loser.id)
    await place_bid(winner.id, cow.id, taka(70_000), idempotency_key="b", clock=at(NOON))

    [item] = await heard(hub, OWN_EVENTS, 1, loser.id, after=stood["cursor"])

    assert stood["accountId"] == f"Account:{loser.id}"
    assert item == {"__typename": "Outbid", "seq": stood["seq"] + 1, "lotId": f"Lot:{cow.id}"}


async def test_what_one_may_not_see_has_no_snapshot(hub):
    seller = await factories.verified_seller()
    hidden = await auctions.submitted_lot(seller=seller)

    for lot_id in (f"Lot:{hidden.id}", "Lot:999", "nonsense"):
        assert await asked(hub, LOT, id=lot_id) is None
    assert (await asked(hub, LOT, seller.id, id=f"Lot:{hidden.id}"))["lot"]["price"] is None
    for haat_id in ("Haat:999", "nonsense"):
        assert await asked(hub, HAAT, id=haat_id) is None


async def test_following_and_its_refusals_come_as_data(hub):
    cow, someone = await auctions.lot(), await factories.person()
    follow = """mutation ($id: ID!) { followLot(input: {lotId: $id}) {
        __typename ... on Lot { followed followers } } }"""
    unfollow = follow.replace("followLot", "unfollowLot")

    assert await asked(hub, follow, someone.id, id=f"Lot:{cow.id}") == {
        "__typename": "Lot",
        "followed": True,
        "followers": 1,
    }
    listed = "{ followedLots { edges { node { number } } } }"
    assert (await asked(hub, listed, someone.id))["edges"] == [{"node": {"number": cow.id}}]
    assert (await asked(hub, follow, someone.id, id="Lot:999"))["__typename"] == "NotFound"
    gone = await asked(hub, unfollow, someone.id, id=f"Lot:{cow.id}")
    assert (gone["followed"], gone["followers"]) == (False, 0)
