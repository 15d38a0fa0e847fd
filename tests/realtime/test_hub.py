"""One subscription a stream in each process, and a mailbox for each who listens."""

import asyncio
import random
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
from redis.asyncio import Redis

from realtime.frames import Missed
from realtime.hub import Hub
from tests.realtime.waiting import PATIENCE_S, bus_at, frame, taken, taken_frames, until

LOT = "haat.lot.1"


@asynccontextmanager
async def hub_at(url):
    async with bus_at(url) as bus:
        yield bus, Hub(bus)


async def subscribers_in_redis(url, stream):
    async with Redis.from_url(url) as client:
        [(_, count)] = await client.pubsub_numsub(stream)
    return count


async def test_two_who_arrive_together_on_a_fresh_stream_both_hear(redis):
    async with hub_at(redis.url) as (bus, hub), AsyncExitStack() as stack:
        first, second = await asyncio.gather(
            stack.enter_async_context(hub.listen(LOT)), stack.enter_async_context(hub.listen(LOT))
        )
        await bus.publish(frame(1))

        assert await taken(first) == await taken(second) == [frame(1)]
        assert await subscribers_in_redis(redis.url, LOT) == 1


async def test_two_hundred_listeners_hear_a_hundred_frames_through_one_subscription(redis):
    async with hub_at(redis.url) as (bus, hub), AsyncExitStack() as stack:
        mailboxes = await asyncio.gather(
            *(stack.enter_async_context(hub.listen(LOT)) for _ in range(200))
        )
        for seq in range(1, 101):
            await bus.publish(frame(seq))

        for mailbox in mailboxes:
            assert await taken(mailbox, 100) == [frame(seq) for seq in range(1, 101)]
        assert (hub.listeners, hub.streams, bus.streams) == (200, [LOT], 1)


async def test_two_hundred_listeners_are_told_of_a_restart_within_five_seconds(redis):
    async with hub_at(redis.url) as (bus, hub), AsyncExitStack() as stack:
        mailboxes = [
            await stack.enter_async_context(hub.listen(f"haat.lot.{number % 20}"))
            for number in range(200)
        ]
        redis.kill()
        await until(lambda: not bus.listening)
        redis.start()

        async with asyncio.timeout(PATIENCE_S):
            told = [await mailbox.take() for mailbox in mailboxes]
            assert {missed.reason for missed in told} == {"reconnected"}
            await asyncio.gather(*(bus.publish(frame(1, f"haat.lot.{n}")) for n in range(20)))
            assert {(await mailbox.take()).seq for mailbox in mailboxes} == {1}


async def test_when_the_last_one_leaves_the_subscription_ends(redis):
    async with hub_at(redis.url) as (bus, hub):
        async with hub.listen(LOT):
            async with hub.listen(LOT):
                pass
            assert await subscribers_in_redis(redis.url, LOT) == 1

        assert (hub.listeners, hub.streams) == (0, [])
        await until(lambda: bus.streams == 0)
        async with asyncio.timeout(PATIENCE_S):
            while await subscribers_in_redis(redis.url, LOT):
                pass


async def test_who_comes_while_the_last_one_leaves_still_hears(redis):
    async with hub_at(redis.url) as (bus, hub):
        for seq in range(1, 101):

            async def leave():
                async with hub.listen(LOT):
                    pass

            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(leave())
                for _ in range(seq % 4):
                    await asyncio.sleep(0)
                async with hub.listen(LOT) as mailbox:
                    await bus.publish(frame(seq))
                    assert await taken_frames(mailbox, 1) == [seq]


async def test_a_first_listener_who_gives_up_does_not_take_the_others_along(redis):
    async with hub_at(redis.url) as (bus, hub):
        entered = 0

        async def listen():
            nonlocal entered
            async with hub.listen(LOT) as mailbox:
                entered += 1
                return await taken_frames(mailbox, 1)

        redis.freeze()
        async with asyncio.TaskGroup() as tasks:
            first = tasks.create_task(listen())
            others = [tasks.create_task(listen()) for _ in range(2)]
            await until(lambda: hub.listeners == 3)
            first.cancel()
            redis.thaw()
            await until(lambda: entered == 2 and bus.listening)
            await bus.publish(frame(1))

        assert first.cancelled()
        assert [other.result() for other in others] == [[1], [1]]


@pytest.mark.parametrize("where", ["redis", "memory"])
async def test_a_thousand_who_leave_at_any_moment_leave_nothing_behind(where, request):
    url = request.getfixturevalue("redis").url if where == "redis" else None
    rng = random.Random(23)

    async with hub_at(url) as (bus, hub):
        async with hub.listen(LOT) as mailbox:
            await bus.publish(frame(1))
            await taken(mailbox)
        await until(lambda: bus.streams == 0)
        calm = asyncio.all_tasks()

        async def come_and_go(stream):
            async with hub.listen(stream) as mailbox:
                await mailbox.take()

        async with asyncio.TaskGroup() as tasks:
            here = []
            for number in range(1_000):
                here.append(tasks.create_task(come_and_go(f"haat.lot.{number % 7}")))
                for _ in range(rng.randrange(4)):
                    await asyncio.sleep(0)
                if rng.random() < 0.1:
                    await asyncio.sleep(0.001)
                if rng.random() < 0.5:
                    rng.choice(here).cancel()
            for listener in here:
                listener.cancel()

        assert (hub.listeners, hub.streams) == (0, [])
        await until(lambda: bus.streams == 0 and asyncio.all_tasks() <= calm)
        assert bus.listening
        async with hub.listen(LOT) as mailbox:
            await bus.publish(frame(1))
            assert await taken(mailbox) == [frame(1)]


async def test_a_slow_listener_does_not_hold_up_the_others():
    async with (
        hub_at(None) as (bus, hub),
        hub.listen(LOT, bound=10) as slow,
        hub.listen(LOT) as quick,
    ):
        for seq in range(1, 201):
            await bus.publish(frame(seq))

        assert await taken_frames(quick, 200) == list(range(1, 201))
        assert len(slow) <= 11
        assert await taken(slow) == [Missed(stream=LOT, reason="overflow")]


async def test_who_keeps_the_latest_is_spared_the_rest():
    async with (
        hub_at(None) as (bus, hub),
        hub.listen(LOT, keep="latest") as mailbox,
        hub.listen(LOT) as every,
    ):
        for seq in range(1, 51):
            await bus.publish(frame(seq))
        await taken(every, 50)

        assert await taken(mailbox) == [frame(50)]
        assert len(mailbox) == 0


async def test_a_hint_wakes_the_listeners_of_one_stream_though_redis_is_dead(redis):
    redis.kill()
    async with (
        hub_at(redis.url) as (_, hub),
        hub.listen(LOT) as here,
        hub.listen("haat.lot.2") as by,
    ):
        assert sorted(hub.streams) == [LOT, "haat.lot.2"]

        hub.hint(LOT, reason="behind")
        hub.hint("haat.lot.3", reason="behind")

        assert await taken(here) == [Missed(stream=LOT, reason="behind")]
        assert len(by) == 0


async def test_everybody_is_told_that_the_process_goes_down():
    async with hub_at(None) as (_, hub), hub.listen(LOT) as here, hub.listen("haat.lot.2") as there:
        hub.hint_all(reason="draining")

        assert {item.reason for item in await taken(here) + await taken(there)} == {"draining"}


async def test_the_hub_knows_how_far_the_bus_has_brought_each_stream():
    async with hub_at(None) as (bus, hub):
        assert hub.seen(LOT) == (0, 0)
        async with hub.listen(LOT) as mailbox:
            for seq in (1, 3, 2):
                await bus.publish(frame(seq))
            await taken(mailbox, 3)
            assert hub.seen(LOT) == (1, 3)

            hub.note(LOT, 2, 1)
            hub.note(LOT, 1, 9)
            assert hub.seen(LOT) == (2, 1)

        assert hub.seen(LOT) == (0, 0)
