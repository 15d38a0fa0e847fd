"""Failures 11, 12, 14 and 15 of rules.md 4, at a whole order: each ends otherwise on naive code."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from tortoise.connection import get_connection

from hmk_graph.clock import Clock
from hmk_graph.event_log import after, transaction
from hmk_graph.orders import closing, collecting
from hmk_graph.orders.models import Group, GroupState, Order, OrderState, PayMethod, Remedy
from hmk_graph.orders.returning import Condition
from hmk_graph.pages import payment_doors
from hmk_graph.payments import chart, ledger, paying_out, proving, reconciling
from hmk_graph.payments.paying_models import Attempt, AttemptState, Callback, Refund
from hmk_graph.shops import rules as shop_rules
from hmk_graph.shops import stocking
from hmk_graph.shops.errors import OutOfStock
from hmk_graph.shops.models import Reservation, Shop
from tests import factories
from tests.factories import NOON, at
from tests.orders.nevers import found
from tests.orders.test_order_money import LATE, TARGETS, begun, delivered, given_back, look, paid
from tests.payments.tills import Till
from tests.shops import stalls
from tests.shops.stalls import DELIVERY, PRICE
from tests.shops.test_earning import named, sent

pytestmark = pytest.mark.usefixtures("db")
PATIENCE_S = 60


async def test_two_lines_of_one_stock_do_not_both_get_its_last_pieces():
    """Failure 11: each line fits alone, both together do not (medusa#16502)."""
    cheese = await stalls.variant(on_hand=10)
    wishes = [shop_rules.Wish(line_id=n, variant_id=cheese.id, quantity=6) for n in (1, 2)]

    with pytest.raises(OutOfStock) as short:
        async with transaction():
            await stocking.hold(wishes, now=NOON)

    assert [(one.variant_id, one.left) for one in short.value.short] == [(cheese.id, 4)]
    assert await Reservation.exists() is False
    assert await stalls.stock_of(cheese) == (10, 0)


class Stopped:
    """A command that stops where it reads the clock, which it does behind its locks."""

    def __init__(self, command: Callable[[Clock], Awaitable[Any]], moment: datetime) -> None:
        self.command, self.moment = command, moment
        self.holds_its_locks, self.let_go = asyncio.Event(), asyncio.Event()

    async def clock(self) -> datetime:
        self.holds_its_locks.set()
        await self.let_go.wait()
        return self.moment

    async def run(self) -> None:
        await self.command(self.clock)


async def somebody_waits() -> None:
    """Wait until a command asks for a lock that another holds."""
    waits = False
    while not waits:
        [row] = await get_connection("default").execute_query_dict(
            "SELECT count(*) > 0 AS waits FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        waits = row["waits"]


@pytest.mark.parametrize("first", ["the payer", "the clock"])
async def test_of_paying_and_expiring_at_once_the_first_counts_and_the_other_gives_way(first: str):
    """Failure 12: the job has chosen the checkout, then it is paid, then the job writes."""
    cheese, till = await stalls.variant(), Till()
    _, group = await stalls.ordered(cheese, method=PayMethod.ONLINE)
    attempt = await begun(group, till)
    till.pay(attempt)
    paying = Stopped(
        lambda clock: reconciling.look_after(attempt.id, {"till": till}, TARGETS, clock=clock), NOON
    )
    expiring = Stopped(lambda clock: collecting.expire(group.id, clock), LATE)
    early, late = (paying, expiring) if first == "the payer" else (expiring, paying)

    async with asyncio.timeout(PATIENCE_S), asyncio.TaskGroup() as tasks:
        tasks.create_task(early.run())
        await early.holds_its_locks.wait()
        late.let_go.set()
        tasks.create_task(late.run())
        await somebody_waits()
        early.let_go.set()
    await look(till)

    stands = (await Group.get()).state, (await Order.get()).state
    if first == "the payer":
        assert stands == (GroupState.PLACED, OrderState.PLACED)
        assert (await stalls.stock_of(cheese), till.given_back) == ((10, 2), {})
    else:
        assert stands == (GroupState.EXPIRED, OrderState.EXPIRED)
        assert await stalls.stock_of(cheese) == (10, 0)
        assert list(till.given_back.values()) == [2 * PRICE + DELIVERY]
    assert await found() == []
    assert (await proving.prove()).faults == []


async def test_fifty_callbacks_and_the_browser_among_bad_ones_place_one_order_once():
    """Failure 14: through the doors, shuffled with what is wrong, foreign or signed by nobody."""
    cheese, till = await stalls.variant(on_hand=50), Till()
    groups = [(await stalls.ordered(cheese, method=PayMethod.ONLINE))[1] for _ in range(4)]
    good, *bad = [await begun(group, till) for group in groups]
    till.pay(good)
    wrongs: list[dict[str, object]] = [
        {"amount": PRICE},
        {"currency": "USD"},
        {"invoice": good.invoice, "trx": "another"},
    ]
    for attempt, wrong in zip(bad, wrongs, strict=True):
        till.pay(attempt, **wrong)
    app = Starlette(routes=payment_doors.routes(lambda: {"till": till}, TARGETS, clock=at(NOON)))
    transport = httpx.ASGITransport(app=app)

    async with httpx.AsyncClient(transport=transport, base_url="http://hmk") as web:

        async def told(attempt: Attempt, signed: str) -> int:
            body = json.dumps({"event": attempt.invoice, "invoice": attempt.invoice})
            answer = await web.post("/pay/till/told", content=body, headers={"signed": signed})
            return answer.status_code

        async def came_back(attempt: Attempt) -> int:
            return (await web.get(f"/pay/till/back/{attempt.invoice}?status=success")).status_code

        async def worked() -> int:
            await reconciling.do_one({"till": till}, TARGETS, clock=at(NOON))
            return 0

        doing = [told(good, "yes") for _ in range(50)] + [came_back(good) for _ in range(5)]
        doing += [told(good, "no") for _ in range(3)] + [worked() for _ in range(10)]
        for attempt in bad:
            doing += [told(attempt, "yes"), told(attempt, "yes"), came_back(attempt)]
        random.Random(14).shuffle(doing)
        answers = await asyncio.gather(*doing)
    await look(till)

    assert (answers.count(400), answers.count(503)) == (3, 0)
    assert await Callback.all().count() == 4
    states = [(await Group.get(id=group.id)).state for group in groups]
    assert states == [GroupState.PLACED, *[GroupState.PENDING_PAYMENT] * 3]
    assert await Attempt.filter(state=AttemptState.CAPTURED).count() == 1
    assert await Attempt.filter(state=AttemptState.REVIEW).count() == 3
    order = await Order.get(group_id=groups[0].id)
    heard = await after(f"accounts.account.{await stalls.owner_of(order)}", 0)
    assert [event.payload["happened"] for event in heard] == ["PLACE"]
    assert (await ledger.balance(chart.escrow_of(groups[0].id))).free == order.total_paisa
    assert await Refund.exists() is False
    assert (await proving.prove()).faults == []


async def test_of_what_went_back_to_a_buyer_no_commission_is_kept():
    """Failure 15: the commission of two pieces, of which one came back, is that of one."""
    administrator, till = await factories.administrator(), Till()
    order, group = await stalls.ordered(method=PayMethod.ONLINE)
    await paid(group, till)
    await delivered(order)
    await paying_out.set_commission(
        administrator.id, kind="shop", basis_points=1_000, idempotency_key="k", clock=at(NOON)
    )
    await given_back(order, group, Condition(sound=1, damaged=0, missing=0), Remedy.REFUND)
    await closing.close(group.buyer_id, order.id, token=None, clock=at(NOON))
    await look(till)

    shop = await Shop.get(id=order.shop_id)
    await named(shop)
    payout = await sent(shop)

    left = PRICE + DELIVERY
    assert list(till.given_back.values()) == [PRICE]
    assert (payout.fee_paisa, payout.amount_paisa) == (left // 10, left - left // 10)
