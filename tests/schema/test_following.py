"""A follower gets each number once, whatever lies between him and the log."""

import asyncio
import contextvars
import random
from contextlib import aclosing
from dataclasses import dataclass
from typing import ClassVar

import pytest

from hmk_graph import event_log
from hmk_graph.event_log import Event, Head, LoggedEvent, transaction
from hmk_graph.relay import Relay, body_of
from realtime.bus import Bus
from realtime.frames import Frame
from realtime.hub import Hub
from schema import following
from schema.cursors import Cursors, Place
from schema.following import Behind, Forged, Leaving, ResetReason, Restarted, Snapshots, Taken

STREAM = "test.bell.1"


@dataclass(frozen=True, kw_only=True)
class Rang(Event):
    kind: ClassVar[str] = "test.rang"
    times: int

    @property
    def stream(self) -> str:
        return STREAM


async def ring(count: int = 1) -> None:
    for _ in range(count):
        async with transaction() as events:
            events.append(Rang(times=1))


async def nothing() -> str:
    return "the bell"


def follow(hub: Hub, after: Place | Forged | None = None, read=nothing, snapshots=None):
    return following.follow(
        hub, STREAM, after=after, snapshot=read, snapshots=snapshots or Snapshots()
    )


async def frame(seq: int) -> Frame:
    [event] = await event_log.after(STREAM, seq - 1, limit=1)
    return Frame(stream=STREAM, epoch=event.epoch, seq=event.seq, body=body_of(event))


async def take(items, count: int) -> list[int]:
    """Take events until so many came, and return their numbers."""
    seqs: list[int] = []
    async with asyncio.timeout(60):
        async for item in items:
            if isinstance(item, LoggedEvent):
                seqs.append(item.seq)
                if len(seqs) == count:
                    return seqs
    return seqs


@pytest.mark.parametrize("seed", range(20))
async def test_lost_repeated_and_reordered_frames_are_made_good(db, seed):
    """Failure 2: a thousand schedules, fifty in each of twenty databases."""
    rng = random.Random(seed)
    async with Bus(None) as bus:
        hub = Hub(bus)
        async with aclosing(follow(hub)) as items:
            first = await anext(items)
            assert isinstance(first, Taken)
            for _ in range(50):
                before = (await event_log.head(STREAM)).seq
                many = rng.randint(1, 4)
                await ring(many)
                numbers = list(range(before + 1, before + many + 1))
                told = [n for n in numbers if rng.random() < 0.6] + [before + many]
                told += rng.choices(range(1, before + many + 1), k=2)
                rng.shuffle(told)
                for seq in told:
                    await bus.publish(await frame(seq))
                assert await take(items, many) == numbers


async def test_what_happens_between_registering_and_reading_comes_once(db):
    await ring()

    async def ring_meanwhile() -> str:
        # After the head was read and before the state is given: the classic gap. A task of its own
        # is another connection, as another process would be.
        await asyncio.create_task(ring_elsewhere(), context=contextvars.Context())
        return "the bell"

    async def ring_elsewhere() -> None:
        await ring()

    async with Bus(None) as bus:
        hub = Hub(bus)
        relay = asyncio.create_task(Relay(bus).run())
        async with aclosing(follow(hub, read=ring_meanwhile)) as items:
            taken = await anext(items)
            await ring(2)
            seqs = await take(items, 3)
        relay.cancel()
        await asyncio.gather(relay, return_exceptions=True)

    assert taken.head == Head(epoch=1, seq=1)
    assert seqs == [2, 3, 4]


async def test_any_cursor_is_answered_by_events_or_by_a_reset_never_by_silence(db):
    """Failure 3."""
    await ring(5)
    async with Bus(None) as bus:
        hub = Hub(bus)
        for epoch in (0, 1, 2):
            for seq in (0, 1, 4, 5, 6, 2**40):
                async with aclosing(follow(hub, Place(epoch=epoch, seq=seq))) as items:
                    if epoch == 1 and seq < 5:
                        assert await take(items, 5 - seq) == list(range(seq + 1, 6))
                    elif epoch == 1 and seq == 5:
                        await ring()
                        await bus.publish(await frame(6))
                        assert await take(items, 1) == [6]
                        await event_log.EventRow.filter(seq=6).delete()
                        await event_log.Stream.filter(name=STREAM).update(head=5)
                    else:
                        reset, taken = await anext(items), await anext(items)
                        expected = (
                            ResetReason.BEYOND_HEAD if epoch == 1 else ResetReason.OTHER_EPOCH
                        )
                        assert reset == Restarted(reason=expected)
                        assert isinstance(taken, Taken) and taken.head.seq == 5
        async with aclosing(follow(hub, Forged())) as items:
            assert await anext(items) == Restarted(reason=ResetReason.FORGED)


async def test_a_cursor_is_good_for_its_stream_and_its_audience_only():
    cursors = Cursors(b"x" * 32)
    place = Place(epoch=1, seq=7)
    cursor = cursors.write(place, stream="haat.lot.1", audience="public")

    assert cursors.read(cursor, stream="haat.lot.1", audience="public") == place
    assert cursors.read(cursor, stream="haat.lot.2", audience="public") is None
    assert cursors.read(cursor, stream="haat.lot.1", audience="7") is None
    for spoiled in ("", "a", cursor[:-1], cursor + "A", "\N{BENGALI DIGIT ONE}", cursor[::-1]):
        assert cursors.read(spoiled, stream="haat.lot.1", audience="public") is None


async def test_a_listener_who_lags_is_told_and_loses_nothing_until_he_lags_for_the_third_time(db):
    async with Bus(None) as bus:
        hub = Hub(bus)
        async with aclosing(follow(hub)) as items:
            await anext(items)
            for round_ in range(following.MOST_LAGS):
                await ring()
                newest = await frame(round_ + 1)
                for _ in range(300):
                    await bus.publish(newest)
                async with asyncio.timeout(60):
                    while True:
                        item = await anext(items)
                        if isinstance(item, Behind | Leaving):
                            break
                if round_ < following.MOST_LAGS - 1:
                    assert isinstance(item, Behind)
                    # The number may have come before the mailbox ran over; it never comes twice.
                else:
                    assert isinstance(item, Leaving)


async def test_a_herd_that_comes_back_reads_the_state_a_few_times_only_and_is_spread(db):
    """Failure 32."""
    await ring()
    reads = 0

    async def read() -> str:
        nonlocal reads
        reads += 1
        return "the bell"

    async with Bus(None) as bus:
        hub, snapshots, waits = Hub(bus), Snapshots(), []

        async def come_back() -> None:
            async with aclosing(follow(hub, read=read, snapshots=snapshots)) as items:
                async for item in items:
                    if isinstance(item, Leaving):
                        waits.append(item.after_ms)
                        return

        async with asyncio.timeout(30), asyncio.TaskGroup() as group:
            for _ in range(500):
                group.create_task(come_back())
            while hub.listeners < 500:
                await asyncio.sleep(0.01)
            hub.hint_all(reason=following.DRAINING)

    assert reads <= 5
    assert max(waits) - min(waits) >= 8_000
    assert len(waits) == 500
