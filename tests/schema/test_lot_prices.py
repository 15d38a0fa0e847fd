"""The price of a lot for thin lines: the newest and nothing else, and never an old one at last."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.haat import closing
from hmk_graph.haat.bidding import place_bid
from hmk_graph.money import taka
from hmk_graph.relay import body_of
from realtime.frames import Frame
from schema import root
from schema.haat import prices
from tests import auctions, factories
from tests.factories import NOON, at
from tests.schema.bells import Phone, Tower, tower

SCHEMA = root.build()
# What the page of a lot asks for where data are saved.
PRICE = """subscription ($id: ID!) { lotPriceEvents(lotId: $id) { __typename
    ... on LotPrice { price leader minimumNext bidCount bidderCount reserveMet endsAt hardEndsAt
        over startsAt }
    ... on Reconnect { afterMs } } }"""
FROM_PRICE = """subscription ($id: ID!) { lotPriceEvents(lotId: $id) { __typename
    ... on LotPrice { cursor } } }"""
ALL = """subscription ($id: ID!, $after: Cursor) { lotEvents(lotId: $id, after: $after) {
    __typename ... on StreamEvent { seq cursor } } }"""


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(prices, "CONFLATE_S", 0)


def listening(town: Tower, lot_id: int, query: str = PRICE, **more: Any) -> Phone:
    return town.pick_up(query=query, variables={"id": f"Lot:{lot_id}"}, **more)


async def bids(lot_id: int, many: int, *, after: int = 0) -> None:
    for n in range(after, after + many):
        someone = await auctions.bidder()
        bid = taka(60_000 + 5_000 * n)
        await place_bid(someone.id, lot_id, bid, idempotency_key="a", clock=at(NOON))


async def published(town: Tower, lot_id: int, *, backwards: bool = False) -> None:
    """Bring everything that the stream of a lot holds, without a pause."""
    stream = f"haat.lot.{lot_id}"
    events = await event_log.after(stream, 0)
    for event in reversed(events) if backwards else events:
        frame = Frame(stream=stream, epoch=event.epoch, seq=event.seq, body=body_of(event))
        await town.bus.publish(frame)


async def heard(phone: Phone, **wanted: Any) -> None:
    """Wait until a phone was told something with these values."""
    async with asyncio.timeout(60):
        while not any(wanted.items() <= item.items() for item in phone.heard):
            await asyncio.sleep(0)


def counts(phone: Phone) -> list[int]:
    return [item["bidCount"] for item in phone.heard]


@pytest.mark.parametrize("backwards", [False, True])
async def test_of_bids_that_come_together_the_newest_is_told_in_whatever_order_they_come(
    db, backwards
):
    cow = await auctions.lot()
    async with tower(SCHEMA) as town:
        phone = listening(town, cow.id)
        await phone.began.wait()
        await bids(cow.id, 5)

        await published(town, cow.id, backwards=backwards)
        await heard(phone, bidCount=5)

        assert counts(phone) == [0, 5]
        assert phone.heard[-1]["price"] == taka(76_000)
        assert phone.faults == []


async def test_a_line_that_had_no_room_hears_only_how_it_stands_in_the_end(db):
    cow = await auctions.lot()
    async with tower(SCHEMA, relaying=True) as town:
        thin, wide = listening(town, cow.id), listening(town, cow.id)
        while town.cohorts.members < 2:
            await asyncio.sleep(0)
        thin.outlet.stall()
        for before in range(6):
            await bids(cow.id, 1, after=before)
            await heard(wide, bidCount=before + 1)

        thin.outlet.drain()
        await heard(thin, bidCount=6)

        assert len(town.cohorts) == 1
        assert counts(thin) == [0, 6]
        assert counts(wide) == list(range(7))


async def test_whoever_comes_later_begins_with_how_it_stands_and_hears_the_end(db):
    cow = await auctions.lot()
    async with tower(SCHEMA, relaying=True) as town:
        early = listening(town, cow.id)
        await early.began.wait()
        await bids(cow.id, 2)
        await heard(early, bidCount=2)
        late = listening(town, cow.id)
        await late.began.wait()
        await closing.close_lot(cow.id, at(auctions.ENDS))
        for phone in (early, late):
            await heard(phone, over=True)

        assert late.heard[0]["bidCount"] in (0, 2)  # a state is kept for a second
        assert early.heard[-1] == late.heard[-1]
        assert early.heard[-1]["price"] == early.heard[-2]["price"]


async def test_what_was_lost_on_the_way_is_found_at_the_next_hint(db):
    cow = await auctions.lot()
    async with tower(SCHEMA) as town:
        phone = listening(town, cow.id)
        await phone.began.wait()
        await bids(cow.id, 3)

        town.hub.hint_all(reason="behind")
        await heard(phone, bidCount=3)

        assert counts(phone) == [0, 3]


async def test_the_cursor_of_a_price_leads_into_the_stream_of_all_bids(db):
    cow = await auctions.lot()
    await bids(cow.id, 1)
    async with tower(SCHEMA, relaying=True) as town:
        thin = listening(town, cow.id, FROM_PRICE)
        await thin.began.wait()
        await bids(cow.id, 2, after=1)
        full = listening(town, cow.id, ALL, after=thin.heard[0]["cursor"])
        await full.until(4)

        assert full.kinds() == ["BidPlaced", "BidPlaced"]


async def test_a_price_costs_less_than_a_bid(db):
    cow = await auctions.lot()
    async with tower(SCHEMA, relaying=True) as town:
        phone = listening(town, cow.id)
        sizes: list[int] = []
        take = phone.take
        phone.outlet.said = lambda payload: (sizes.append(len(payload)), take(payload))
        while not town.cohorts.members:
            await asyncio.sleep(0)
        await bids(cow.id, 1)
        await heard(phone, bidCount=1)

        assert max(sizes) <= 320


async def test_who_goes_down_tells_all_to_come_back(db):
    cow = await auctions.lot()
    async with tower(SCHEMA) as town:
        phone = listening(town, cow.id)
        while not town.cohorts.members:
            await asyncio.sleep(0)

        town.hub.hint_all(reason="draining")
        await phone.task

        assert phone.heard[-1]["__typename"] == "Reconnect"


async def test_a_lot_that_is_not_public_has_no_price_for_anybody(db):
    seller = await factories.verified_seller()
    hidden = await auctions.submitted_lot(seller=seller)
    async with tower(SCHEMA) as town:
        for viewer in (None, seller.id):
            phone = listening(town, hidden.id, viewer_id=viewer)
            await phone.task

            assert phone.faults == ["NOT_FOUND"]
            assert phone.heard == []
