"""A deposit is held on taking a lead and free on losing it, however many bid at once."""

from __future__ import annotations

import asyncio
import sys

import pytest

from hmk_graph.haat import (
    depositing,
)
from hmk_graph.haat.deposit_models import Deposit
from hmk_graph.haat.errors import BidTooLow, InsufficientDeposit
from hmk_graph.haat.lot_models import Bid, Lot
from hmk_graph.money import TAKA, taka
from hmk_graph.payments import proving
from hmk_graph.payments.paying_models import Refund
from tests import auctions
from tests.factories import at
from tests.haat.deposits import LATER, bid, brought, held_on_lots, left


async def test_who_takes_the_lead_has_a_tenth_of_his_maximum_held(haat):
    cow, bidder = await auctions.lot(), await brought(taka(10_000))

    await bid(bidder, cow, 60_000)

    assert await left(bidder) == (10_000, 4_000)


async def test_who_loses_the_lead_has_it_back_in_the_same_moment(haat):
    cow = await auctions.lot()
    first, second = await brought(taka(10_000)), await brought(taka(10_000))
    await bid(first, cow, 60_000)

    await bid(second, cow, 70_000)

    assert (await left(first), await left(second)) == ((10_000, 10_000), (10_000, 3_000))


async def test_a_leader_who_raises_himself_has_the_difference_held(haat):
    cow, bidder = await auctions.lot(), await brought(taka(10_000))
    await bid(bidder, cow, 60_000)

    await bid(bidder, cow, 99_000)

    assert await left(bidder) == (10_000, 100)


async def test_a_bid_over_ones_deposit_is_refused_and_says_what_is_needed(haat):
    cow, bidder = await auctions.lot(), await brought(taka(5_000))

    with pytest.raises(InsufficientDeposit) as refused:
        await bid(bidder, cow, 60_000)

    assert (refused.value.needed, refused.value.available) == (taka(6_000), taka(5_000))
    assert await Bid.all().count() == 0
    assert await left(bidder) == (5_000, 5_000)


async def test_a_deposit_is_asked_for_last_and_also_of_who_would_not_lead(haat):
    """Else who has none could find the leader's secret by trying which bids are refused."""
    cow, leader = await auctions.lot(), await brought(taka(10_000))
    poor = await auctions.bidder()
    await bid(leader, cow, 90_000)

    with pytest.raises(InsufficientDeposit):
        await bid(poor, cow, 60_000)
    with pytest.raises(BidTooLow):
        await bid(poor, cow, 50_000)


async def test_a_haat_that_asks_for_nothing_takes_bids_without(db):
    cow, bidder = await auctions.lot(), await auctions.bidder()

    await bid(bidder, cow, 60_000)

    assert await left(bidder) == (0, 0)


async def test_of_ten_bids_on_ten_lots_at_once_no_more_stand_than_the_deposit_bears(haat):
    """Failure 8: money promised twice."""
    cows = [await auctions.lot() for _ in range(10)]
    bidder = await brought(taka(20_000))

    outcomes = await asyncio.gather(
        *(bid(bidder, cow, 60_000) for cow in cows), return_exceptions=True
    )

    refused = [one for one in outcomes if isinstance(one, InsufficientDeposit)]
    assert len(refused) == 7
    assert await left(bidder) == (20_000, 2_000)
    assert await held_on_lots() == taka(18_000)


async def test_bids_that_are_judged_together_leave_one_hold_behind_the_leader(haat):
    cow = await auctions.lot()
    people = [await brought(taka(12_000)) for _ in range(8)]

    await asyncio.gather(
        *(bid(who, cow, 60_000 + 5_000 * n) for n, who in enumerate(people)),
        return_exceptions=True,
    )

    cow = await Lot.get(id=cow.id)
    held = {who.id: total - free for who in people for total, free in [await left(who)]}
    assert {who: taka for who, taka in held.items() if taka} == {
        cow.leader_id: cow.deposit_held_paisa // TAKA
    }
    assert (await proving.prove()).fits


async def test_bidding_and_taking_back_at_once_are_never_both(haat):
    for _ in range(5):
        cow, bidder = await auctions.lot(), await brought(taka(10_000))
        deposit = await Deposit.get(account_id=bidder.id)

        await asyncio.gather(
            bid(bidder, cow, 60_000),
            depositing.take_back(bidder.id, deposit.id, clock=at(LATER)),
            return_exceptions=True,
        )

        cow, deposit = await Lot.get(id=cow.id), await Deposit.get(id=deposit.id)
        refunds = await Refund.filter(attempt__intent__subject_id=deposit.id)
        going = sum(refund.amount_paisa for refund in refunds)
        assert cow.deposit_held_paisa + going <= taka(10_000)
    assert (await proving.prove()).fits


async def test_two_processes_that_bid_with_one_deposit_never_hold_more_than_it(haat, database_url):
    """Failure 8 across processes: each has its own pool, desks and loop."""
    cows = [await auctions.lot() for _ in range(8)]
    bidder = await brought(taka(20_000))
    program = (
        "import asyncio, sys\n"
        "from contextlib import suppress\n"
        "from hmk_graph import database\n"
        "from hmk_graph.errors import DomainError\n"
        "from hmk_graph.haat.bidding import place_bid\n"
        "from hmk_graph.money import taka\n"
        "from tests.factories import NOON, at\n"
        "async def bid(lot):\n"
        "    with suppress(DomainError):\n"
        "        await place_bid(int(sys.argv[2]), lot, taka(60_000),"
        " idempotency_key=f'{sys.argv[3]} {lot}', clock=at(NOON))\n"
        "async def main():\n"
        "    async with database.connected(sys.argv[1], pool_size=8):\n"
        "        await asyncio.gather(*map(bid, map(int, sys.argv[4:])))\n"
        "asyncio.run(main())\n"
    )
    halves = [[str(cow.id) for cow in cows], [str(cow.id) for cow in reversed(cows)]]

    running = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", program, database_url, str(bidder.id), str(number), *half
        )
        for number, half in enumerate(halves)
    ]
    ended = [await process.wait() for process in running]

    assert ended == [0, 0]
    assert await left(bidder) == (20_000, 2_000)
    assert await held_on_lots() == taka(18_000)
    assert (await proving.prove()).fits
