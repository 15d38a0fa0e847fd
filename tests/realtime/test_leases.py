"""Those who are here are counted, whatever order their words arrive in and whoever is killed."""

import asyncio
from contextlib import ExitStack, asynccontextmanager

from realtime.leases import Leases
from realtime.presence import MOST_AT_ONCE, Presence
from tests.realtime.waiting import PATIENCE_S

TOPIC = "haat.lot.1"


@asynccontextmanager
async def leases_at(url, *, lease_s=90.0, renew_s=30.0):
    """Give leases that are kept alive, and the presence that counts them."""
    presence = Presence(url, lease_s=lease_s)
    leases = Leases(presence, renew_s=renew_s)
    keeping = asyncio.create_task(leases.run())
    try:
        yield leases, presence
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        await presence.close()


async def until_counted(presence, count, topic=TOPIC):
    async with asyncio.timeout(PATIENCE_S):
        while await presence.count(topic) != count:
            await asyncio.sleep(0.01)


async def test_more_than_one_command_can_carry_are_counted_and_leave_again(redis):
    async with leases_at(redis.url) as (leases, presence):
        with ExitStack() as stay:
            for _ in range(2 * MOST_AT_ONCE + 1):
                stay.enter_context(leases.held(TOPIC))
            with leases.held("haat.lot.2"):
                await until_counted(presence, 2 * MOST_AT_ONCE + 1)
                await until_counted(presence, 1, "haat.lot.2")
        await until_counted(presence, 0)


async def test_two_processes_count_each_others_and_a_killed_ones_leases_end(redis):
    async with leases_at(redis.url, lease_s=0.6, renew_s=0.1) as (leases, presence):
        with leases.held(TOPIC):
            async with leases_at(redis.url, lease_s=0.6, renew_s=0.1) as (killed, _):
                lease = killed.held(TOPIC)
                lease.__enter__()
                await until_counted(presence, 2)
            # It was killed: its lease was never given back.
            await until_counted(presence, 1)
            lease.__exit__(None, None, None)


async def test_who_stays_longer_than_a_lease_is_still_counted(redis):
    async with leases_at(redis.url, lease_s=2.0, renew_s=0.1) as (leases, presence):
        with leases.held(TOPIC):
            await until_counted(presence, 1)
            for _ in range(11):
                await asyncio.sleep(0.2)
                assert await presence.count(TOPIC) == 1


async def test_who_comes_and_goes_at_once_leaves_no_trace(redis):
    async with leases_at(redis.url) as (leases, presence):
        with leases.held(TOPIC):
            pass
        with leases.held(TOPIC):
            await until_counted(presence, 1)


async def test_after_redis_was_away_those_who_are_here_are_counted_again(redis):
    async with leases_at(redis.url) as (leases, presence):
        with leases.held(TOPIC):
            await until_counted(presence, 1)
            redis.kill()
            with leases.held(TOPIC):
                assert await presence.count(TOPIC) is None
                redis.start()
                await until_counted(presence, 2)
