"""Numbers are dense, in commit order, and nothing is half-written."""

import asyncio
import logging
from dataclasses import dataclass
from typing import ClassVar

import pytest

from hmk_graph import event_log
from hmk_graph.event_log import Cause, Event, EventRow, transaction, whole_command


@dataclass(frozen=True, kw_only=True)
class Rang(Event):
    kind: ClassVar[str] = "test.rang"
    bell: str
    times: int = 1

    @property
    def stream(self) -> str:
        return f"test.bell.{self.bell}"


async def test_events_of_a_stream_are_numbered_densely_from_one(db):
    async with transaction() as events:
        events += [Rang(bell="a"), Rang(bell="b"), Rang(bell="a", times=2)]
    async with transaction(actor_id=7) as events:
        events.append(Rang(bell="a", times=3))

    logged = await event_log.after("test.bell.a", 0)

    assert [(e.seq, e.payload["times"]) for e in logged] == [(1, 1), (2, 2), (3, 3)]
    assert logged[-1].actor_id == 7
    assert await event_log.heads(["test.bell.a", "test.bell.b", "test.bell.c"]) == {
        "test.bell.a": event_log.Head(epoch=1, seq=3),
        "test.bell.b": event_log.Head(epoch=1, seq=1),
    }


async def test_a_refusal_in_a_joined_transaction_leaves_no_trace(db):
    async def outer() -> None:
        async with transaction() as events:
            events.append(Rang(bell="a"))
            async with transaction() as same:
                assert same is events
                raise LookupError

    with pytest.raises(LookupError):
        await outer()

    assert await event_log.after("test.bell.a", 0) == []


async def test_two_hundred_crossing_transactions_all_commit_and_every_number_stands_once(db):
    @whole_command
    async def ring(i: int) -> None:
        async with transaction() as events:
            bells = "ab" if i % 2 else "ba"
            events += [Rang(bell=bell, times=i) for bell in bells]

    await asyncio.gather(*(ring(i) for i in range(100)))

    for bell in "ab":
        logged = await event_log.after(f"test.bell.{bell}", 0)
        assert [e.seq for e in logged] == list(range(1, 101))
        assert {e.payload["times"] for e in logged} == set(range(100))


async def test_a_reader_never_passes_a_number_that_commits_later(db):
    """Failure 2: with a database sequence, 2 is visible before 1 and a cursor passes it."""
    first_wrote, second_may_commit = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with transaction() as events:
            events.append(Rang(bell="a", times=1))
            first_wrote.set()
            await second_may_commit.wait()

    async def quick() -> None:
        await first_wrote.wait()
        async with transaction() as events:
            events.append(Rang(bell="a", times=2))
        second_may_commit.set()

    async with asyncio.timeout(60):
        await asyncio.gather(slow(), quick())

    logged = await event_log.after("test.bell.a", 0)
    assert [(e.seq, e.payload["times"]) for e in logged] == [(1, 2), (2, 1)]


async def test_events_of_several_commands_in_one_transaction_each_name_their_own(db):
    karim, rahim = Cause(actor_id=7, command_id="k"), Cause(actor_id=8, command_id="r")
    async with transaction(command_id="both") as events:
        events.by(karim, [Rang(bell="b", times=1), Rang(bell="a", times=2)])
        events.append(Rang(bell="a", times=3))
        events.by(rahim, [Rang(bell="a", times=4)])

    rows = await EventRow.all().order_by("id")

    assert [(r.stream, r.seq, r.payload["times"], r.actor_id, r.command_id) for r in rows] == [
        ("test.bell.b", 1, 1, 7, "k"),
        ("test.bell.a", 1, 2, 7, "k"),
        ("test.bell.a", 2, 3, None, "both"),
        ("test.bell.a", 3, 4, 8, "r"),
    ]


async def test_all_events_of_a_transaction_are_numbered_and_written_by_one_statement(db, caplog):
    with caplog.at_level(logging.DEBUG, "tortoise.db_client"):
        async with transaction() as events:
            events += [Rang(bell=bell) for bell in "abcabc"]

    assert sum("INSERT INTO event " in record.message for record in caplog.records) == 1
