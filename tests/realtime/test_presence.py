"""Who is here: whoever has a live lease, whatever order the words arrive in."""

import asyncio
from contextlib import asynccontextmanager

from realtime.presence import Presence
from tests.realtime.waiting import PATIENCE_S

TOPIC = "haat.haat.1"


@asynccontextmanager
async def presence_at(url, lease_s=90.0):
    presence = Presence(url, lease_s=lease_s)
    try:
        yield presence
    finally:
        await presence.close()


async def test_a_late_goodbye_of_an_old_line_does_not_erase_the_new_one(redis):
    async with presence_at(redis.url) as presence:
        await presence.join(TOPIC, "old line")
        await presence.join(TOPIC, "new line")
        await presence.leave(TOPIC, "old line")
        await presence.leave(TOPIC, "old line")

        assert await presence.count(TOPIC) == 1


async def test_each_connection_counts_once_and_each_topic_for_itself(redis):
    async with presence_at(redis.url) as here, presence_at(redis.url) as there:
        await asyncio.gather(*(here.join(TOPIC, f"line {n}") for n in range(20)))
        await there.join(TOPIC, "line 3")
        await there.join("haat.haat.2", "line 3")

        assert await there.count(TOPIC) == 20
        assert await here.count("haat.haat.2") == 1
        assert await here.count("haat.haat.3") == 0


async def test_who_falls_silent_is_gone_and_who_renews_stays(redis):
    async with presence_at(redis.url, lease_s=2.0) as presence:
        await presence.join(TOPIC, "silent")
        await presence.join(TOPIC, "lively")

        async with asyncio.timeout(PATIENCE_S):
            while await presence.count(TOPIC) != 1:
                assert await presence.renew(TOPIC, "lively")
                await asyncio.sleep(0.02)

        assert await presence.renew(TOPIC, "lively")
        assert not await presence.renew(TOPIC, "silent")


async def test_a_renewal_that_comes_after_its_goodbye_brings_nobody_back(redis):
    async with presence_at(redis.url) as presence:
        await presence.join(TOPIC, "line")
        await presence.leave(TOPIC, "line")

        assert not await presence.renew(TOPIC, "line")
        assert await presence.count(TOPIC) == 0


async def test_without_redis_nobody_is_counted_and_nobody_hurt(redis):
    async with presence_at(redis.url) as presence:
        await presence.join(TOPIC, "line")
        redis.kill()

        assert not await presence.join(TOPIC, "line")
        assert not await presence.renew(TOPIC, "line")
        await presence.leave(TOPIC, "line")
        assert await presence.count(TOPIC) is None

        redis.start()
        assert not await presence.renew(TOPIC, "line")
        assert await presence.join(TOPIC, "line")
        assert await presence.count(TOPIC) == 1
