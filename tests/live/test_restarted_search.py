"""Failure 18: every process is killed during a search, and the search goes on as if nothing was."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from hmk_graph import database, deadlines
from hmk_graph.clock import database_clock
from hmk_graph.dispatch.models import Offer, Trip, TripKind, VehicleKind
from hmk_graph.dispatch.sightings import TableWhereabouts
from realtime.whereabouts import RedisWhereabouts
from tests import factories
from tests.dispatch import fleet
from tests.processes import Worker
from tests.redis_servers import PrivateRedis


async def asked_a_while_ago(kind: TripKind, ago: timedelta, whereabouts: object) -> Trip:
    """Have somebody ask for a trip, and let its search have begun so long ago."""
    trip = await fleet.trip(kind, clock=database_clock, whereabouts=whereabouts)
    now = await database_clock()
    await Trip.filter(id=trip.id).update(search_began_at=now - ago)
    await Offer.filter(trip_id=trip.id).update(expires_at=now)
    await deadlines.arm("dispatch.search", trip.id, now)
    return trip


async def comes_to(trip: Trip, *states: str) -> str:
    """Wait until a trip has come to one of these states, and return it."""
    async with asyncio.timeout(60):
        while (found := (await Trip.get(id=trip.id)).state.value) not in states:
            await asyncio.sleep(0.05)
    return found


async def test_searches_that_lost_every_process_come_to_their_end(
    database_url: str, redis: PrivateRedis
):
    at = {"database_url": database_url, "redis_url": redis.url}
    async with database.connected(database_url, pool_size=4):
        keeper = RedisWhereabouts(redis.url)
        now: datetime = await database_clock()
        await fleet.crew(seen_at=now, whereabouts=keeper)
        await fleet.crew(VehicleKind.AMBULANCE_AC, seen_at=now, whereabouts=keeper)
        ride = await asked_a_while_ago(TripKind.AUTO, timedelta(minutes=5), keeper)
        call = await asked_a_while_ago(TripKind.AMBULANCE, timedelta(seconds=60), keeper)
        worker = Worker(**at)
        worker.start()
        worker.kill()  # whatever it was at

        with Worker(**at):
            assert await comes_to(ride, "NO_DRIVER") == "NO_DRIVER"
            assert await comes_to(call, "ESCALATED") == "ESCALATED"
            async with asyncio.timeout(60):
                while not (await Trip.get(id=call.id)).alarms:
                    await asyncio.sleep(0.05)
        offers = await Offer.filter(trip_id=call.id, state="SENT").count()
        open_offers = await Offer.filter(trip_id=ride.id, state="SENT").count()
        await keeper.close()

    assert (offers, open_offers) == (1, 0)


async def test_a_restarted_worker_asks_the_next_drivers_where_redis_forgot_everybody(
    database_url: str, redis: PrivateRedis
):
    """Redis is restarted with the workers: phones tell their positions again, and are found."""
    at = {"database_url": database_url, "redis_url": redis.url}
    async with database.connected(database_url, pool_size=4):
        await factories.person()
        trip = await fleet.trip(clock=database_clock, whereabouts=TableWhereabouts())
        assert await fleet.offers(trip) == {}
        redis.kill()
        redis.start()
        with Worker(**at):
            keeper = RedisWhereabouts(redis.url)
            crew = await fleet.crew(seen_at=await database_clock(), whereabouts=keeper)
            async with asyncio.timeout(60):
                while not await fleet.offers(trip):
                    await asyncio.sleep(0.05)
            await keeper.close()

        assert set(await fleet.offers(trip)) == {crew.id}
