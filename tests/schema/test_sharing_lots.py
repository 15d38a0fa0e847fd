"""What two viewers of one lot share, and what neither ever hears of the other."""

from __future__ import annotations

import asyncio

import pytest

from hmk_graph.haat import following_lots
from hmk_graph.haat.bidding import place_bid
from hmk_graph.money import taka
from schema import root
from tests import auctions, factories
from tests.factories import NOON, at
from tests.schema.bells import tower

SCHEMA = root.build()
PUBLIC = "number price bidCount watching animal { number } haat { nameBn }"
OWN = "mine { bidder maximum } mayBid followed"
LOT = """subscription ($id: ID!, $after: Cursor) { lotEvents(lotId: $id, after: $after) {
    __typename ... on StreamEvent { seq cursor } ... on BidPlaced { price bidder }
    ... on LotSnapshot { seq cursor lot { FIELDS } } } }"""
HAAT = """subscription ($id: ID!, $after: Cursor) { haatEvents(haatId: $id, after: $after) {
    __typename ... on StreamEvent { seq cursor } ... on BlockChanged { lot { FIELDS } }
    ... on PriceMoved { lotId price }
    ... on HaatSnapshot { seq cursor lots { number } } } }"""


async def test_watchers_of_a_lot_share_one_rendering_whoever_they_are(db):
    cow, seller_like, other = await auctions.lot(), await auctions.bidder(), await auctions.bidder()
    async with tower(SCHEMA, relaying=True) as town:
        viewers = [seller_like.id, other.id, None]
        query = LOT.replace("FIELDS", PUBLIC)
        phones = [
            town.pick_up(query=query, viewer_id=v, variables={"id": f"Lot:{cow.id}"})
            for v in viewers
        ]
        while town.cohorts.members < 3:
            await asyncio.sleep(0)
        await place_bid(other.id, cow.id, taka(60_000), idempotency_key="a", clock=at(NOON))
        for phone in phones:
            await phone.until(2)

        assert len(town.cohorts) == 1
        assert phones[0].heard == phones[1].heard == phones[2].heard
        assert phones[0].kinds() == ["LotSnapshot", "BidPlaced"]
        assert all(phone.faults == [] for phone in phones)


async def test_what_a_lot_tells_its_viewer_alone_stays_with_him(db):
    cow, one, two = await auctions.lot(), await auctions.bidder(), await auctions.bidder()
    await place_bid(one.id, cow.id, taka(61_000), idempotency_key="a", clock=at(NOON))
    await following_lots.follow_lot(two.id, cow.id, clock=at(NOON))
    async with tower(SCHEMA, relaying=True) as town:
        query = LOT.replace("FIELDS", PUBLIC + " " + OWN)
        first, second, stranger = [
            town.pick_up(query=query, viewer_id=v, variables={"id": f"Lot:{cow.id}"})
            for v in (one.id, two.id, None)
        ]
        for phone in (first, second, stranger):
            await phone.began.wait()
        await place_bid(two.id, cow.id, taka(80_000), idempotency_key="b", clock=at(NOON))
        for phone in (first, second, stranger):
            await phone.until(3)

        lots = [phone.heard[0]["lot"] for phone in (first, second, stranger)]
        assert [lot["mine"] and lot["mine"]["maximum"] for lot in lots] == [6_100_000, None, None]
        assert [lot["followed"] for lot in lots] == [False, True, False]
        assert town.cohorts.members == 0


@pytest.mark.parametrize("fields", [PUBLIC, PUBLIC + " " + OWN], ids=["public", "own"])
async def test_a_lot_that_comes_on_the_block_is_told_to_each_as_he_may_see_it(db, fields):
    haat, one = await factories.haat(), await auctions.bidder()
    query = HAAT.replace("FIELDS", fields)
    async with tower(SCHEMA, relaying=True) as town:
        phones = [
            town.pick_up(query=query, viewer_id=v, variables={"id": f"Haat:{haat.id}"})
            for v in (one.id, None)
        ]
        while town.cohorts.members < 2:
            await asyncio.sleep(0)
        cow = await auctions.lot()
        for phone in phones:
            await phone.until(1)

        told = [phone.heard[1]["lot"] for phone in phones]
        assert [lot["number"] for lot in told] == [cow.id, cow.id]
        assert (told[0] == told[1]) is (fields == PUBLIC)
        assert town.cohorts.members == (2 if fields == PUBLIC else 0)
        assert all(phone.faults == [] for phone in phones)


async def test_a_lot_that_only_its_seller_sees_is_followed_by_him_alone_and_by_nobody_else(db):
    seller = await factories.verified_seller()
    hidden = await auctions.submitted_lot(seller=seller)
    query, variables = LOT.replace("FIELDS", "number"), {"id": f"Lot:{hidden.id}"}
    async with tower(SCHEMA) as town:
        his = town.pick_up(query=query, viewer_id=seller.id, variables=variables)
        await his.task
        assert his.alone and his.faults == []

        stranger = town.pick_up(query=query, variables=variables)
        await stranger.task
        assert stranger.faults == ["NOT_FOUND"] and stranger.heard == []
        assert town.cohorts.members == 0
