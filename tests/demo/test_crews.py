"""Ambulances of the demo go to work, move, and come when called, through the public API alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import pairwise

import pytest

from hmk_graph import database
from hmk_graph.demo import people
from hmk_graph.demo.crews import CREWS, Crews
from hmk_graph.demo.devices import Devices
from hmk_graph.demo.kept_sessions import KeptSessions
from hmk_graph.demo.tempo import Tempo
from hmk_graph.demo.ways import Way
from hmk_graph.dispatch.models import Driver, Trip
from hmk_graph.geo import Point
from tests.demo.conftest import Demo
from tests.processes import Web

QUICK = Tempo(open_desk_s=(0.0, 0.0), call_s=(0.0, 0.0), crew_s=1.1)


@pytest.fixture
async def crews(own_demo: Demo, redis) -> AsyncIterator[Crews]:
    at = {"database_url": own_demo.settings.database_url, "redis_url": redis.url}
    demo = {"HMK_ENV": "demo", "HMK_DEMO_CODE": own_demo.settings.demo_code}
    with Web(**at, **demo) as web:
        settings = replace(own_demo.settings, port=web.port)
        async with database.connected(settings.database_url, pool_size=4):
            devices = Devices(settings, KeptSessions(own_demo.folder))
            yield Crews(devices, QUICK)
            await devices.aclose()


async def test_a_crew_goes_to_work_once_and_comes_when_called(crews: Crews):
    await crews.open_next()
    again = Crews(crews.devices, QUICK)
    await again.open_next()
    await again.move()
    assert await Driver.filter(online_since__isnull=False).count() == 1

    await again.call()
    # The first tick takes the call, the next sets out, the others drive toward it.
    for _ in range(3):
        await again.move()

    trip = await Trip.get()
    assert trip.state in ("EN_ROUTE", "ARRIVED")
    duty = again.at_work[0]
    assert duty.trip is not None
    assert duty.way.end == Point(trip.pickup_lat_e6 / 1e6, trip.pickup_lng_e6 / 1e6)


def test_there_is_an_ambulance_in_each_upazila_and_boats_where_the_roads_end():
    assert [one.upazila for one in CREWS] == list(people.UPAZILAS)
    boats = {one.upazila for one in CREWS if one.kind == "AMBULANCE_BOAT"}
    assert boats == {"itna", "mithamain", "austagram", "nikli"}
    assert all(one.toward != one.upazila for one in CREWS)


def test_a_way_begins_and_ends_where_it_should_and_goes_evenly():
    way = Way(Point(24.42, 90.78), Point(24.45, 90.90))
    points = [way.at(n / 50) for n in range(51)]
    steps = [a.distance_m(b) for a, b in pairwise(points)]

    assert (points[0], points[-1].distance_m(way.end) < 1) == (way.start, True)
    assert abs(sum(steps) - way.length_m) < way.length_m * 0.02
    assert max(steps) < 1.5 * min(steps)
