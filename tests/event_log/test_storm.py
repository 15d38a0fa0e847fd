"""Deadlocks and cancellations: no event without its row, no row without its event (failure 24)."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import ClassVar

import asyncpg
import pytest
from tortoise.connection import get_connection

from hmk_graph import database, event_log
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import lot_keeping, lot_queries
from hmk_graph.haat.judging import Promise, judge
from hmk_graph.haat.lot_models import Bid, Lot, LotLine
from hmk_graph.haat.lot_replay import fold
from hmk_graph.money import taka
from tests.auctions import bidder, lot
from tests.conftest import execute
from tests.factories import NOON, at
from tests.interrupting import canceled_at

CALVES = 5
TASKS = 40


@dataclass(frozen=True, kw_only=True)
class Fed(Event):
    kind: ClassVar[str] = "test.fed"
    calf: int

    @property
    def stream(self) -> str:
        return f"test.calf.{self.calf}"


@pytest.fixture
async def calves(database_url: str) -> AsyncIterator[None]:
    """Five rows, in a database that sees a deadlock at once and not only after a second."""
    name = database_url.rsplit("/", 1)[1]
    await execute(
        database_url,
        f"ALTER DATABASE \"{name}\" SET deadlock_timeout = '20ms'",
        "CREATE TABLE calf (id int PRIMARY KEY, fed int NOT NULL)",
        f"INSERT INTO calf SELECT id, 0 FROM generate_series(0, {CALVES - 1}) AS id",
    )
    async with database.connected(database_url, pool_size=20):
        yield


@whole_command
async def feed(order: list[int]) -> None:
    """Feed calves in the order given: two that cross wait for each other."""
    async with transaction() as events:
        for calf in order:
            await get_connection("default").execute_query(
                "UPDATE calf SET fed = fed + 1 WHERE id = $1", [calf]
            )
            events.append(Fed(calf=calf))


async def fed() -> dict[int, int]:
    rows = await get_connection("default").execute_query_dict("SELECT id, fed FROM calf")
    return {row["id"]: row["fed"] for row in rows}


async def logged() -> dict[int, int]:
    return {calf: len(await event_log.after(f"test.calf.{calf}", 0)) for calf in range(CALVES)}


async def test_forty_tasks_that_cross_on_five_rows_all_finish_by_retrying(calves):
    dice = random.Random(7)
    orders = [dice.sample(range(CALVES), 2) for _ in range(TASKS)]

    async with asyncio.timeout(60):
        await asyncio.gather(*(feed(order) for order in orders))

    meant = Counter(calf for order in orders for calf in order)
    assert await fed() == await logged() == dict(meant)


async def test_the_storm_is_one(calves):
    """A test of the test: without the retry some of the forty are lost."""
    dice = random.Random(7)
    orders = [dice.sample(range(CALVES), 2) for _ in range(TASKS)]

    outcomes = await asyncio.gather(
        *(feed.__wrapped__(order) for order in orders), return_exceptions=True
    )

    assert any(isinstance(outcome, event_log.RETRYABLE) for outcome in outcomes)
    assert await fed() == await logged()


async def test_a_command_that_waits_for_a_lock_held_for_good_is_given_up(calves, monkeypatch):
    monkeypatch.setattr(event_log, "GIVE_UP_S", 0.0)
    blocked, done = asyncio.Event(), asyncio.Event()

    async def hold() -> None:
        async with transaction():
            await get_connection("default").execute_query("UPDATE calf SET fed = 9 WHERE id = 1")
            blocked.set()
            await done.wait()

    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        tasks.create_task(hold())
        await blocked.wait()
        with pytest.raises(asyncpg.LockNotAvailableError):
            await feed([1])
        done.set()

    assert await logged() == dict.fromkeys(range(CALVES), 0)


async def agree(cow: Lot) -> None:
    """Check that row, log, bids and events of a lot tell the same."""
    stored = await Lot.get(id=cow.id)
    rows = await LotLine.filter(lot_id=cow.id).order_by("line")
    lines = [lot_keeping.stored_line(row.body) for row in rows]
    events = await event_log.after(f"haat.lot.{cow.id}", 0)
    told = [e.payload["line"] for e in events if e.kind == "haat.bid_placed"]
    shown = [line.line for line in lines if line.kind == "BID" and not line.silent]

    assert fold(lines, await lot_keeping.all_secrets(stored)) == lot_keeping.state_of(stored)
    assert [line.line for line in lines] == list(range(1, len(lines) + 1))
    assert [e.seq for e in events] == list(range(1, len(events) + 1))
    assert told == shown
    bids = await Bid.filter(lot_id=cow.id).order_by("line").values_list("line", flat=True)
    assert list(bids) == [line.line for line in lines if line.kind == "BID"]


async def test_bids_killed_at_any_await_are_in_with_their_events_or_leave_no_trace(db):
    """The process ends at the worst moment; the clients come back with the same keys."""
    cow = await lot()
    rivals = [await bidder(), await bidder()]
    nth, in_time = 0, True
    while in_time:
        nth += 1
        bids = await Bid.filter(lot_id=cow.id).count()
        promises = [
            Promise(bidder_id=who.id, maximum=taka(60_000 + 9_000 * nth + extra), key=f"tap {nth}")
            for who, extra in zip(rivals, (0, 4_000), strict=True)
        ]

        def again(promises=promises):
            return judge(cow.id, promises, clock=at(NOON))

        in_time = await canceled_at(nth, again())

        await agree(cow)
        assert await Bid.filter(lot_id=cow.id).count() - bids in (0, 2)
        first = await again()
        assert await Bid.filter(lot_id=cow.id).count() - bids == 2
        assert await again() == first
        await agree(cow)

    assert nth > 7, "begin, lock, keys, facts, bids, events, commit: each is waited for"
    assert len((await lot_queries.public_log(cow)).lines) == 2 * nth + 1
