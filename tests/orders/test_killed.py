"""A process dies at each await of a checkout, a capture, a refund: sweepers end them all."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from hmk_graph.orders import carting, collecting
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.models import Group, GroupState, Order, OrderState, PayMethod
from hmk_graph.payments import chart, ledger, proving
from hmk_graph.payments.paying_models import Attempt, AttemptState, Refund, RefundState
from tests import factories
from tests.factories import NOON, at
from tests.killing import Killer
from tests.orders import nevers, scenes
from tests.orders.scenes import KeptTill
from tests.payments.tills import DOORS
from tests.shops import stalls

# A process dies a hundred times and more, and each death is a new one.
pytestmark = pytest.mark.timeout(900)
SCENES = "tests.orders.scenes"
MANY = 10_000
ONLINE = PayMethod.ONLINE


async def begun(folder: Path) -> tuple[Group, Attempt]:
    """Have a person order one piece and go to pay for it."""
    group = await Group.get(id=(await stalls.ordered(await cheese(), 1, method=ONLINE))[1].id)
    attempt = await collecting.begin(
        *(group.buyer_id, group.id, KeptTill(folder=str(folder)), None),
        token=None,
        doors=DOORS,
        idempotency_key=stalls.key(),
        clock=at(NOON),
    )
    return group, attempt


def opened(folder: Path) -> Path:
    """Return a folder that is there now."""
    folder.mkdir()
    return folder


async def cheese() -> stalls.Variant:
    """Return the one thing that is sold here."""
    return await stalls.Variant.first() or await stalls.variant(on_hand=MANY)


def rooms(points: list[str]) -> set[str]:
    """Return in which modules a process died."""
    return {point.rpartition(".")[0] for point in points}


async def test_a_checkout_that_died_anywhere_is_whole_or_never_was_and_can_be_sent_again(db: str):
    piece, points = await cheese(), []
    async with Killer(db, SCENES) as killer:
        for nth in count(1):
            buyer = await factories.person()
            shopper = await stalls.basket(Shopper(account_id=buyer.id), (piece, 2))
            cart = await carting.find(shopper)
            assert cart is not None
            wish = (buyer.id, cart.version, stalls.key())

            point = await killer.kill(nth, "check_out", *wish)
            left = await Group.filter(buyer_id=buyer.id).count()
            await scenes.check_out(*wish)

            assert left in (0, 1)
            assert await Group.filter(buyer_id=buyer.id).count() == 1, point
            assert await nevers.found() == [], point
            if point is None:
                break
            points.append(point)

    assert {"orders.checking_out", "orders.carting", "shops.stocking"} <= rooms(points)
    assert await stalls.stock_of(piece) == (MANY, 2 * nth)


async def test_a_capture_that_died_anywhere_ends_in_a_paid_checkout(db: str, tmp_path: Path):
    points = []
    async with Killer(db, SCENES) as killer:
        for nth in count(1):
            group, attempt = await begun(tmp_path)

            point = await killer.kill(nth, "capture", attempt.id, str(tmp_path))
            await scenes.sweep(str(tmp_path))

            paid = await Group.get(id=group.id)
            assert (paid.state, paid.paid_at is not None) == (GroupState.PLACED, True), point
            assert (await Attempt.get(id=attempt.id)).state is AttemptState.CAPTURED, point
            assert (await ledger.balance(chart.escrow_of(group.id))).free == group.total_paisa
            assert await nevers.found() == [], point
            if point is None:
                break
            points.append(point)

    assert {"payments.reconciling", "orders.collecting"} <= rooms(points)
    assert not await Refund.all().exists()
    assert (await proving.prove()).faults == []


async def paid(folder: Path) -> tuple[Order, Attempt]:
    """Have a person pay for one piece; what goes back will stand in the folder."""
    group, attempt = await begun(folder)
    await scenes.capture(attempt.id, str(folder))
    return await Order.get(group_id=group.id), attempt


async def test_a_refund_that_died_anywhere_goes_out_once_and_whole(db: str, tmp_path: Path):
    points, folder = [], opened(tmp_path / "1")
    order, attempt = await paid(folder)
    async with Killer(db, SCENES) as killer:
        for nth in count(1):
            owner_id = await stalls.owner_of(order)

            point = await killer.kill(nth, "refund", owner_id, order.id, str(folder))
            points.append(point or "")
            if (await Order.get(id=order.id)).state is OrderState.PLACED:
                # Nothing of it was written, so that the shopkeeper can say it again.
                assert not await Refund.filter(attempt_id=attempt.id).exists(), point
                continue
            await scenes.sweep(str(folder))

            # One that died before the service heard of it has failed, and another followed.
            refund = await Refund.get(attempt_id=attempt.id, state=RefundState.SUCCEEDED)
            assert refund.amount_paisa == order.total_paisa, point
            assert [int(file.read_text()) for file in folder.iterdir()] == [order.total_paisa]
            assert (await ledger.balance(chart.escrow_of(order.group_id))).free == 0
            assert await nevers.found() == [], point
            if point is None:
                break
            folder = opened(tmp_path / str(nth + 1))
            order, attempt = await paid(folder)

    assert {"orders.answering", "payments.reconciling"} <= rooms(points)
    assert (await proving.prove()).faults == []
