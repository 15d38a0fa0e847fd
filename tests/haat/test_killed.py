"""A process dies at each await of the close of a lot: the next worker ends it, once and whole."""

from __future__ import annotations

from itertools import count

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.event_log import after
from hmk_graph.haat import lot_queries
from hmk_graph.haat.lot_keeping import RUNNING
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.sale_models import Deal
from hmk_graph.money import taka
from hmk_graph.payments import proving
from tests import auctions
from tests.haat import scenes
from tests.haat.deposits import bid, brought, left
from tests.killing import Killer

# A process dies a hundred times, and each death is a new one.
pytestmark = pytest.mark.timeout(900)
BROUGHT = taka(10_000)


async def running() -> tuple[Lot, Account, Account]:
    """Make a lot whose leader has outbid another, both with deposits."""
    cow, loser, winner = await auctions.lot(), await brought(BROUGHT), await brought(BROUGHT)
    await bid(loser, cow, 60_000)
    await bid(winner, cow, 70_000)
    return cow, loser, winner


async def test_a_close_that_died_anywhere_never_was_or_is_whole(haat, db: str):
    points = []
    cow, loser, winner = await running()
    async with Killer(db, "tests.haat.scenes") as killer:
        for nth in count(1):
            point = await killer.kill(nth, "close_what_is_due")
            points.append(point or "")
            lot = await Lot.get(id=cow.id)
            if lot.state in RUNNING:
                assert not await Deal.filter(lot_id=cow.id).exists(), point
                assert await left(winner) == (10_000, 3_000), point
                continue

            assert not await scenes.close_what_is_due(), point
            deal = await Deal.get(lot_id=cow.id)
            assert (deal.buyer_id, deal.state) == (winner.id, "AWAITING_PAYMENT"), point
            assert (lot.result, lot.winner_id) == ("SOLD", winner.id), point
            assert (await left(loser), await left(winner)) == ((10_000, 10_000), (10_000, 3_000))
            kinds = [event.kind for event in await after(f"haat.lot.{cow.id}", 0)]
            assert kinds.count("haat.lot_closed") == 1, point
            assert len((await lot_queries.public_log(lot)).lines) == 4, point
            if point is None:
                break
            cow, loser, winner = await running()

    rooms = {point.rpartition(".")[0] for point in points}
    assert {"haat.closing", "haat.dealing", "haat.lot_keeping"} <= rooms
    assert (await proving.prove()).fits
