"""Failure 13: fifty buyers, ten pieces, two processes, and checkouts that lapse all the while."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.models import Cart, Group, GroupState
from hmk_graph.payments import proving
from hmk_graph.payments.paying_models import Attempt, AttemptState, Refund
from hmk_graph.shops.models import Reservation, ReservationState
from tests import factories
from tests.shops import stalls

ROOT = Path(__file__).parents[2]
BUYERS, PIECES = 50, 10


async def rush(database_url: str, carts: list[int]) -> int:
    """Have a process of its own buy for these carts; return how many checkouts it made."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.orders.rush", database_url, *map(str, carts)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0
    return int(said)


async def test_of_ten_pieces_fifty_buyers_get_ten_and_never_one_more(db: str):
    cheese = await stalls.variant(on_hand=PIECES)
    for _ in range(BUYERS):
        buyer = await factories.person()
        await stalls.basket(Shopper(account_id=buyer.id), (cheese, 1))
    carts = [cart.id for cart in await Cart.all()]

    made = await asyncio.gather(rush(db, carts[::2]), rush(db, carts[1::2]))

    sold = await Group.filter(state=GroupState.PLACED).count()
    kept = await Reservation.filter(state__in=[ReservationState.HELD, ReservationState.COMMITTED])
    assert 0 < sold <= PIECES < sum(made)
    assert await stalls.stock_of(cheese) == (PIECES, sum(one.quantity for one in kept))
    assert len([one for one in kept if one.state is ReservationState.COMMITTED]) == sold
    assert not await Group.filter(paid_at__isnull=False).exclude(state="PLACED").exists()
    came = await Attempt.filter(state=AttemptState.CAPTURED).count()
    assert came - await Refund.all().count() == sold  # what came too late goes back
    assert (await proving.prove()).faults == []
