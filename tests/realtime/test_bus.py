"""What is published is heard, or whoever listens is told that it may not have been."""

import asyncio
import logging
import random
from contextlib import AsyncExitStack, suppress

import pytest
from broadcaster import Broadcast
from redis.asyncio import Redis

from realtime.bus import BusDown, Pace
from realtime.frames import Frame, Missed
from tests.realtime.waiting import (
    HASTY,
    PATIENCE_S,
    bus_at,
    frame,
    publish_at_last,
    taken,
    taken_frames,
    until,
)

LOT = "haat.lot.1"
RECONNECTED = Missed(stream=LOT, reason="reconnected")


@pytest.fixture(params=["redis", "memory"])
def address(request):
    """The bus across processes, and the bus within one, keep the same promises."""
    return request.getfixturevalue("redis").url if request.param == "redis" else None


async def test_the_very_first_stream_is_heard(address):
    async with bus_at(address) as bus, bus.subscribe(LOT) as mailbox:
        await bus.publish(frame(1))

        assert await taken(mailbox) == [frame(1)]


async def test_the_stock_backend_still_does_not_hear_the_first_channel(redis):
    """While this passes, ours is needed."""
    heard = asyncio.Event()

    async def listen(stock):
        async with stock.subscribe(LOT) as events:
            async for _ in events:
                heard.set()

    async with Broadcast(redis.url) as stock:
        listening = asyncio.create_task(listen(stock))
        await until(lambda: LOT in stock._subscribers)
        await stock.publish(LOT, "hello")
        with suppress(TimeoutError):
            async with asyncio.timeout(1):
                await heard.wait()
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)

    assert not heard.is_set()


async def test_two_hundred_who_come_at_once_each_hear_a_hundred_in_order(address):
    async with bus_at(address) as bus, AsyncExitStack() as stack:
        mailboxes = await asyncio.gather(
            *(stack.enter_async_context(bus.subscribe(LOT)) for _ in range(200))
        )
        for seq in range(1, 101):
            await bus.publish(frame(seq))

        for mailbox in mailboxes:
            assert await taken(mailbox, 100) == [frame(seq) for seq in range(1, 101)]
        assert bus.streams == 1


async def test_frames_published_together_are_heard_in_their_order(address):
    async with bus_at(address) as bus, bus.subscribe(LOT) as mailbox:
        await bus.publish_all([frame(seq) for seq in range(1, 51)])

        assert await taken_frames(mailbox, 50) == list(range(1, 51))


async def test_frames_of_several_streams_published_together_keep_each_streams_order(address):
    async with (
        bus_at(address) as bus,
        bus.subscribe(LOT) as mailbox,
        bus.subscribe("haat.lot.other") as others,
    ):
        await bus.publish_all(
            [frame(seq, stream) for seq in range(1, 6) for stream in (LOT, "haat.lot.other")]
        )

        assert await taken(mailbox, 5) == [frame(seq) for seq in range(1, 6)]
        assert await taken_frames(others, 5) == list(range(1, 6))


async def test_publishing_many_into_a_dead_redis_says_so(redis):
    async with bus_at(redis.url) as bus:
        redis.kill()
        with pytest.raises(BusDown):
            await bus.publish_all([frame(1), frame(2)])


async def test_a_frame_reaches_another_process(redis):
    async with (
        bus_at(redis.url) as here,
        bus_at(redis.url) as there,
        there.subscribe(LOT) as mailbox,
    ):
        await here.publish(frame(1))

        assert await taken(mailbox) == [frame(1)]


async def test_who_reads_slowly_costs_little_and_is_told(address):
    async with bus_at(address) as bus, bus.subscribe(LOT, bound=10) as mailbox:
        async with bus.subscribe(LOT) as quick:
            for seq in range(1, 201):
                await bus.publish(frame(seq))
            await taken(quick, 200)

        assert len(mailbox) <= 11
        assert await taken(mailbox) == [Missed(stream=LOT, reason="overflow")]


async def test_coming_and_going_leaves_everybody_hearing(address):
    async with bus_at(address) as bus:
        for seq in range(1, 101):
            async with bus.subscribe(LOT) as mailbox:
                await bus.publish(frame(seq))
                assert await taken(mailbox) == [frame(seq)]

        await until(lambda: bus.streams == 0)


async def test_after_a_restart_of_redis_everybody_is_told_and_hears_again(redis):
    lots = [f"haat.lot.{number}" for number in range(200)]
    async with bus_at(redis.url) as bus, AsyncExitStack() as stack:
        mailboxes = [await stack.enter_async_context(bus.subscribe(lot)) for lot in lots]
        redis.kill()
        await until(lambda: not bus.listening)
        assert bus.trouble

        redis.start()

        async with asyncio.timeout(PATIENCE_S):
            for lot, mailbox in zip(lots, mailboxes, strict=True):
                assert await mailbox.take() == Missed(stream=lot, reason="reconnected")
            assert bus.listening
            for lot, mailbox in zip(lots, mailboxes, strict=True):
                await bus.publish(frame(1, lot))
                assert await mailbox.take() == frame(1, lot)


async def test_the_bus_outlives_one_restart_after_another(redis):
    async with bus_at(redis.url) as bus, bus.subscribe(LOT) as mailbox:
        for seq in range(1, 5):
            redis.kill()
            redis.start()
            assert await taken(mailbox) == [RECONNECTED]
            await bus.publish(frame(seq))
            assert await taken(mailbox) == [frame(seq)]


async def test_a_process_that_starts_without_redis_hears_once_it_is_there(redis):
    redis.kill()
    async with bus_at(redis.url) as bus, bus.subscribe(LOT) as mailbox:
        assert not bus.listening

        redis.start()

        assert await taken(mailbox) == [RECONNECTED]
        assert bus.listening
        await bus.publish(frame(1))
        assert await taken(mailbox) == [frame(1)]


async def test_publishing_into_a_dead_redis_fails_and_works_again_after(redis):
    async with bus_at(redis.url) as bus, bus.subscribe(LOT) as mailbox:
        await bus.publish(frame(1))
        redis.kill()

        with pytest.raises(BusDown):
            await bus.publish(frame(2))

        redis.start()
        await until(lambda: bus.listening)
        await bus.publish(frame(3))
        assert await taken(mailbox, 3) == [frame(1), RECONNECTED, frame(3)]


async def test_publishing_into_a_redis_that_hangs_is_given_up(redis):
    async with bus_at(redis.url, HASTY) as bus:
        await publish_at_last(bus, frame(1))
        redis.freeze()

        with pytest.raises(BusDown):
            await bus.publish(frame(2))


async def test_a_redis_that_hangs_is_noticed_although_its_line_is_open(redis):
    async with bus_at(redis.url, HASTY) as bus, bus.subscribe(LOT) as mailbox:
        await until(lambda: bus.listening)
        redis.freeze()
        await until(lambda: not bus.listening)

        redis.thaw()

        async with asyncio.timeout(PATIENCE_S):
            while await mailbox.take() != RECONNECTED:
                pass
        await publish_at_last(bus, frame(1))
        assert await taken_frames(mailbox, 1) == [1]


def test_a_lost_line_is_found_and_dialed_again_within_the_promised_time():
    """rules.md, section 4, row 1: five seconds after Redis is back."""
    assert Pace().pause_s + Pace().answer_s < 5
    assert 2 * Pace().silence_s < 5


async def test_a_quiet_line_is_not_taken_for_a_dead_one(redis):
    async with (
        bus_at(redis.url, Pace(silence_s=1.0, answer_s=60.0)) as bus,
        bus.subscribe(LOT) as mailbox,
    ):
        async with Redis.from_url(redis.url) as client, asyncio.timeout(PATIENCE_S):
            pings = 0
            while pings < 2:
                await asyncio.sleep(0.05)
                pings = (await client.info("commandstats")).get("cmdstat_ping", {}).get("calls", 0)

        assert (bus.listening, len(mailbox)) == (True, 0)


async def test_nobody_is_let_in_before_redis_has_confirmed(redis):
    """Who reads the state after coming in would miss what was published in between."""
    inside = []

    async def come_in(bus):
        async with bus.subscribe(LOT):
            inside.append(LOT)

    async with bus_at(redis.url) as bus:
        redis.freeze()
        async with asyncio.TaskGroup() as tasks:
            for _ in range(3):
                tasks.create_task(come_in(bus))
            await asyncio.sleep(0.3)
            assert inside == []

            redis.thaw()

        assert inside == [LOT] * 3


async def test_who_comes_while_redis_hangs_waits_a_little_and_is_told_later(redis):
    async with bus_at(redis.url, HASTY) as bus:
        redis.freeze()
        async with asyncio.timeout(PATIENCE_S), bus.subscribe(LOT) as mailbox:
            redis.thaw()

            # It may have been confirmed after all, within the wait; only silence would be wrong.
            await until(lambda: bus.listening)
            await publish_at_last(bus, frame(1))
            assert await taken_frames(mailbox, 1) == [1]


async def test_a_listener_that_fails_turns_health_red_and_starts_anew(address, caplog):
    def fault(item):
        if item == frame(2):
            raise RuntimeError("a fault in this process")

    async with bus_at(address) as bus, bus.subscribe(LOT) as mailbox:
        await bus.attach("haat.lot.2", lambda _: None)
        await bus.attach(LOT, fault)
        with caplog.at_level(logging.CRITICAL, logger="realtime.bus"):
            await bus.publish(frame(1))
            await bus.publish(frame(2))

            await until(lambda: not bus.listening)
            assert "a fault in this process" in bus.trouble
            await until(lambda: bus.listening)

        await bus.publish(frame(3))
        async with asyncio.timeout(PATIENCE_S):
            while (item := await mailbox.take()) != Missed(stream=LOT, reason="restarted"):
                assert item in (frame(1), frame(2))
        assert await taken(mailbox) == [frame(3)]


async def test_a_listener_task_that_is_ended_from_outside_starts_anew(address):
    async with bus_at(address) as bus, bus.subscribe(LOT) as mailbox:
        await until(lambda: [t for t in asyncio.all_tasks() if t.get_name() == "bus listener"])
        [listener] = [t for t in asyncio.all_tasks() if t.get_name() == "bus listener"]
        listener.cancel()
        await until(lambda: not bus.listening)

        await until(lambda: bus.listening)

        await bus.publish(frame(1))
        assert await taken_frames(mailbox, 1) == [1]


async def test_what_cannot_be_read_is_told_and_the_rest_goes_on(redis):
    async with bus_at(redis.url) as bus, bus.subscribe(LOT) as mailbox:
        async with Redis.from_url(redis.url) as stranger:
            await stranger.publish(LOT, "hello")
        await bus.publish(frame(1))

        assert await taken(mailbox, 2) == [Missed(stream=LOT, reason="unreadable"), frame(1)]
        assert bus.listening


async def test_who_reads_the_log_only_when_told_has_no_hole_however_lines_break(redis):
    """The log stands for the database: a frame is in it before it is published."""
    rng, written, last = random.Random(7), 0, 600

    async def follow(bus, stop):
        async with bus.subscribe(LOT) as mailbox:
            seen = written
            while seen < stop:
                item = await mailbox.take()
                if isinstance(item, Missed):
                    seen = written
                elif item.seq > seen:
                    assert item.seq == seen + 1, "frames were lost without a word"
                    seen = item.seq

    async def break_lines(client):
        # Not cancelled from outside: redis-py may swallow that, and would break lines for ever.
        while written < last:
            await asyncio.sleep(rng.uniform(0, 0.05))
            await client.execute_command("CLIENT", "KILL", "TYPE", "pubsub")

    async def write(bus):
        nonlocal written
        for seq in range(1, last + 1):
            written = seq
            while True:
                with suppress(BusDown):
                    await bus.publish(frame(seq))
                    break
            await asyncio.sleep(rng.uniform(0, 0.004))

    async with (
        bus_at(redis.url) as bus,
        Redis.from_url(redis.url) as client,
        asyncio.timeout(60),
        asyncio.TaskGroup() as tasks,
    ):
        tasks.create_task(break_lines(client))
        followers = [tasks.create_task(follow(bus, last)) for _ in range(10)]
        followers += [tasks.create_task(follow(bus, stop)) for stop in range(30, last, 30)]
        await write(bus)
        await asyncio.wait(followers)


async def test_a_closed_bus_leaves_no_task_behind(address):
    before = asyncio.all_tasks()

    async with bus_at(address) as bus, bus.subscribe(LOT):
        await bus.publish(frame(1))
        assert asyncio.all_tasks() > before

    assert asyncio.all_tasks() == before
    assert (bus.listening, bus.streams) == (False, 0)


async def test_what_passes_through_a_bus_is_a_frame_of_its_stream(address):
    said = Frame(stream=LOT, epoch=3, seq=17, body='{"kind":"haat.bid_placed","at":"গরু, \\"৳\\""}')

    async with bus_at(address) as bus, bus.subscribe(LOT) as mailbox, bus.subscribe("haat.lot.11"):
        await bus.publish(said)

        assert await taken(mailbox) == [said]
