"""Commands on one lot, stopped at named points and run in every order (failures 4 and 5).

A command is *begun* (it asks for the lot's lock), stops at the *clock* once it holds the lock, and
is then *let go*. In between, the hall's clock strikes: the planned end comes. Every order of these
steps is run against a real PostgreSQL, and whatever the order, row, log and clock agree afterwards.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from tortoise.connection import get_connection

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.clock import Clock
from hmk_graph.errors import DomainError
from hmk_graph.event_log import transaction
from hmk_graph.haat import closing, lot_keeping, scheduling
from hmk_graph.haat.bidding import place_bid
from hmk_graph.haat.errors import LotHasBids, LotNotOpen
from hmk_graph.haat.judging import BidReceipt
from hmk_graph.haat.lot_models import Lot, LotLine
from hmk_graph.haat.lot_replay import fold
from hmk_graph.money import taka
from tests import auctions, factories
from tests.auctions import ENDS

BEFORE = ENDS - timedelta(seconds=10)
AFTER = ENDS + timedelta(seconds=1)
# What a bid ten seconds before the end moves it to.
EXTENDED = BEFORE + timedelta(seconds=120)
STRIKE = "the clock strikes"
REASON = "পশুটি অসুস্থ হয়ে পড়েছে"
Command = Callable[[Lot, Clock], Awaitable[Any]]


@dataclass
class Player:
    """A command, and how far it may go."""

    command: Command
    at_clock: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)
    judged_at: datetime | None = None
    outcome: Any = None
    task: asyncio.Task[None] | None = None


class Hall:
    """Where the commands meet: one lot and one clock."""

    def __init__(self, cow: Lot) -> None:
        self.cow = cow
        self.now = BEFORE

    def begin(self, player: Player, tasks: asyncio.TaskGroup) -> None:
        async def clock() -> datetime:
            if player.judged_at is None:  # a refused bid asks once more, to note the attempt
                player.at_clock.set()
                await player.let_go.wait()
                player.judged_at = self.now
            return self.now

        async def play() -> None:
            try:
                player.outcome = await player.command(self.cow, clock)
            except DomainError as refusal:
                player.outcome = refusal

        player.task = tasks.create_task(play())

    async def settled(self, player: Player) -> None:
        """Wait until a command has ended, stands at its clock, or waits for another's lock."""
        assert player.task is not None
        while not (player.task.done() or player.at_clock.is_set()):
            rows = await get_connection("default").execute_query_dict(WAITING)
            if rows[0]["waiting"]:
                return

    async def run(self, steps: list[Any], players: list[Player]) -> None:
        async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
            for step in steps:
                if step == STRIKE:
                    self.now = AFTER
                    continue
                player = players[step]
                if player.task is None:
                    self.begin(player, tasks)
                else:
                    player.let_go.set()
                for each in players:
                    if each.task is not None and (each is player or each.let_go.is_set()):
                        await self.settled(each)


WAITING = """
SELECT count(*) AS waiting FROM pg_stat_activity
WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


def orders(players: int) -> Iterator[list[Any]]:
    """Return every order in which commands begin and are let go, and the clock strikes once.

    A command reads the clock when it is let go; so orders in which the clock strikes between the
    same two letting-goes are one, and one of them is returned.
    """

    def woven(rest: list[list[Any]]) -> Iterator[list[Any]]:
        if not any(rest):
            yield []
        for i, steps in enumerate(rest):
            if steps:
                for after in woven([*rest[:i], steps[1:], *rest[i + 1 :]]):
                    yield [steps[0], *after]

    seen = set()
    for steps in woven([*([n, n] for n in range(players)), [STRIKE]]):
        strike = steps.index(STRIKE)
        early = steps[:strike]
        let_go = len(early) - len(set(early))
        key = (let_go, *(step for step in steps if step != STRIKE))
        if key not in seen:
            seen.add(key)
            yield steps


class Cast:
    """Who acts on the lots of a test: made once, for people are slow to make."""

    bidders: list[Account]
    officers: list[Account]

    async def enter(self) -> Cast:
        self.bidders = [await auctions.bidder() for _ in range(2)]
        self.officers = [await factories.officer(await factories.upazila()) for _ in range(2)]
        return self

    def bid(self, who: int, maximum: int) -> Command:
        async def command(cow: Lot, clock: Clock) -> BidReceipt:
            key = f"{cow.id} {who} {maximum}"
            bidder_id = self.bidders[who].id
            return await place_bid(
                bidder_id, cow.id, taka(maximum), idempotency_key=key, clock=clock
            )

        return command

    async def close(self, cow: Lot, clock: Clock) -> datetime | None:
        return await closing.close_lot(cow.id, clock)

    async def reschedule(self, cow: Lot, clock: Clock) -> Lot:
        times = {"starts_at": factories.NOON, "ends_at": ENDS + timedelta(hours=2)}
        return await scheduling.reschedule_lot(self.officers[0].id, cow.id, **times, clock=clock)

    async def void(self, cow: Lot, clock: Clock) -> Lot:
        return await scheduling.void_lot(self.officers[1].id, cow.id, reason=REASON, clock=clock)

    async def withdraw(self, cow: Lot, clock: Clock) -> Lot:
        return await scheduling.withdraw_lot(cow.seller_id, cow.id, clock=clock)

    async def fresh_lot(self) -> Lot:
        """Make a lot; one officer has asked already to call it off."""
        cow = await auctions.lot()
        await Lot.filter(id=cow.id).update(void_asked_by_id=self.officers[0].id, reason=REASON)
        return cow


async def play(cast: Cast, commands: list[Command], steps: list[Any]) -> tuple[Lot, list[Player]]:
    cow = await cast.fresh_lot()
    players = [Player(command=command) for command in commands]
    await Hall(cow).run(steps, players)
    return await Lot.get(id=cow.id), players


async def check(stored: Lot, players: list[Player]) -> None:
    """What holds after any order: the log is dense, folds to the row, and ends with its end."""
    rows = await LotLine.filter(lot_id=stored.id).order_by("line")
    lines = [lot_keeping.stored_line(row.body) for row in rows]
    kinds = [str(line.kind) for line in lines]
    events = await event_log.after(f"haat.lot.{stored.id}", 0)
    receipts = [p for p in players if isinstance(p.outcome, BidReceipt)]

    folded = fold(lines, await lot_keeping.all_secrets(stored))
    assert replace(folded, result=None) == lot_keeping.state_of(stored)
    assert (folded.result is not None) == (stored.result is not None)
    assert [line.line for line in lines] == list(range(1, len(lines) + 1))
    assert [e.payload["line"] for e in events if e.kind != "haat.lot_opened"] == [
        line.line for line in lines if not line.silent
    ]
    assert kinds.count("BID") == len(receipts)
    over = [i for i, kind in enumerate(kinds) if kind in ("CLOSED", "VOIDED", "WITHDRAWN")]
    assert over in ([], [len(kinds) - 1]), "nothing follows the end, and it comes once"
    assert bool(over) == (stored.state in lot_keeping.ENDED)
    for player in receipts:
        assert player.judged_at is not None
        ends_then = [line.body["ends_at"] for line in lines[: player.outcome.line - 1]][-1]
        assert player.judged_at < datetime.fromisoformat(ends_then)


@pytest.fixture
async def cast(db: str) -> Cast:
    return await Cast().enter()


async def test_a_bid_and_a_close_end_with_the_bid_in_or_the_lot_closed_never_both(cast: Cast):
    seen = set()
    for steps in orders(2):
        stored, [bid, close] = await play(cast, [cast.bid(0, 60_000), cast.close], steps)

        await check(stored, [bid, close])
        accepted = isinstance(bid.outcome, BidReceipt)
        closed = stored.state == "CLOSED"
        assert accepted or isinstance(bid.outcome, LotNotOpen)
        if accepted:
            assert (closed, stored.ends_at, bid.judged_at) == (False, EXTENDED, BEFORE), steps
        else:
            assert bid.judged_at == AFTER, steps
            assert closed == (close.judged_at == AFTER), steps
        seen.add((accepted, closed))
    assert seen == {(True, False), (False, True), (False, False)}


# Those of bid and close, and of bid and reschedule, have tests of their own.
PAIRS = [
    *(("bid", other) for other in ("rival", "void", "withdraw")),
    *(("close", other) for other in ("reschedule", "void", "withdraw")),
    ("reschedule", "void"),
]


def named(cast: Cast, name: str) -> Command:
    own: dict[str, Command] = {"bid": cast.bid(0, 60_000), "rival": cast.bid(1, 80_000)}
    command: Command = own.get(name) or getattr(cast, name)
    return command


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
async def test_any_two_commands_in_any_order_leave_row_log_and_clock_in_agreement(cast, pair):
    for steps in orders(2):
        stored, players = await play(cast, [named(cast, name) for name in pair], steps)

        await check(stored, players)


async def test_terms_change_before_the_first_bid_or_the_bid_keeps_them(cast: Cast):
    for steps in orders(2):
        commands = [cast.bid(0, 60_000), cast.reschedule]
        stored, [bid, change] = await play(cast, commands, steps)

        await check(stored, [bid, change])
        if isinstance(change.outcome, Lot):
            # Whenever the bid came after it, the lot ran for two hours more.
            assert stored.planned_ends_at == ENDS + timedelta(hours=2)
            assert isinstance(bid.outcome, BidReceipt)
        else:
            assert isinstance(change.outcome, LotHasBids | LotNotOpen)
            assert stored.planned_ends_at == ENDS


async def test_three_commands_in_every_twentieth_order(cast: Cast):
    for steps in list(orders(3))[::20]:
        commands = [cast.bid(0, 60_000), cast.bid(1, 80_000), cast.close]
        stored, players = await play(cast, commands, steps)

        await check(stored, players)


async def careless_close(cow: Lot, clock: Clock) -> None:
    """Close as fishauctions did: look without the lock, then save what it saw."""
    async with transaction():
        lot = await Lot.get(id=cow.id)
        now = await clock()
        if lot.ends_at is not None and now >= lot.ends_at:
            lot.state, lot.result = lot_keeping.Stored.CLOSED, "UNSOLD"
            await lot.save(update_fields=["state", "result", "ends_at"])


async def test_the_harness_catches_a_close_that_looks_without_a_lock(
    cast: Cast,
):
    """A test of the test: in some order the bid is in, and its lot is closed all the same."""
    both = []
    for steps in orders(2):
        stored, [bid, _] = await play(cast, [cast.bid(0, 60_000), careless_close], steps)
        both.append(isinstance(bid.outcome, BidReceipt) and stored.state == "CLOSED")

    assert any(both)
