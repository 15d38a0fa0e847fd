"""Crews of the demo go to work, move, and come when called, through the public API alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import pairwise

import pytest

from hmk_graph import database
from hmk_graph.demo import people
from hmk_graph.demo.callers import Callers
from hmk_graph.demo.crew_list import AMBULANCES, CALLED_BY, CREWS, RIDES
from hmk_graph.demo.crews import TICKS_FOR_CODE, Crews
from hmk_graph.demo.devices import Devices
from hmk_graph.demo.kept_sessions import KeptSessions
from hmk_graph.demo.tempo import Tempo
from hmk_graph.demo.ways import Way
from hmk_graph.dispatch.models import Driver, Trip
from hmk_graph.geo import Point
from tests.demo.conftest import Demo, PaperRows
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
            yield Crews(devices, QUICK, PaperRows())
            await devices.aclose()


async def test_a_ride_in_town_is_called_and_brought_to_its_end(crews: Crews):
    crews.waiting = iter([next(one for one in RIDES if one.kind == "AUTO")])
    await crews.open_next()
    await crews.move()

    callers = Callers(crews.devices, QUICK, crews)
    callers.in_town_m = callers.ride_m = 20  # it is there already, and nobody waits for wheels
    await callers.call(people.RIDER)
    # It takes the call, sets out, arrives, begins with the code, ends.
    for _ in range(5):
        await crews.move()

    trip = await Trip.get()
    assert (trip.kind, trip.state) == ("AUTO", "COMPLETED")


async def test_a_visitor_who_keeps_his_code_is_driven_by_a_word_of_the_desk(crews: Crews):
    crews.waiting = iter([next(one for one in RIDES if one.kind == "RICKSHAW")])
    await crews.open_next()
    await crews.move()

    callers = Callers(crews.devices, QUICK, crews)
    callers.in_town_m = callers.ride_m = 20
    await callers.call(people.BUYER)
    for _ in range(3):
        await crews.move()
    assert (await Trip.get()).state == "ARRIVED"
    for _ in range(TICKS_FOR_CODE + 1):
        await crews.move()

    assert (await Trip.get()).state == "IN_TRIP"


async def test_a_crew_goes_to_work_once_and_comes_when_called(crews: Crews):
    await crews.open_next()
    again = Crews(crews.devices, QUICK, crews.papers)
    await again.open_next()
    await again.move()
    assert await Driver.filter(online_since__isnull=False).count() == 1

    await Callers(again.devices, QUICK, again).call(people.CALLER)
    # The first tick takes the call, the next sets out, the others drive toward it.
    for _ in range(3):
        await again.move()

    trip = await Trip.get()
    assert trip.state in ("EN_ROUTE", "ARRIVED")
    duty = again.at_work[0]
    assert duty.trip is not None
    assert duty.way.end == Point(trip.pickup_lat_e6 / 1e6, trip.pickup_lng_e6 / 1e6)


def test_there_is_an_ambulance_in_each_upazila_and_boats_where_the_roads_end():
    assert [one.upazila for one in AMBULANCES] == list(people.UPAZILAS)
    boats = {one.upazila for one in AMBULANCES if one.kind == "AMBULANCE_BOAT"}
    assert boats == {"itna", "mithamain", "austagram", "nikli"}
    assert all(one.toward != one.upazila for one in AMBULANCES)
    assert sorted(CREWS, key=lambda one: one.phone) == [*AMBULANCES, *RIDES]
    assert {one.called_by for one in CREWS} == set(CALLED_BY.values())


def test_a_way_begins_and_ends_where_it_should_and_goes_evenly():
    way = Way(Point(24.42, 90.78), Point(24.45, 90.90))
    points = [way.at(n / 50) for n in range(51)]
    steps = [a.distance_m(b) for a, b in pairwise(points)]

    assert (points[0], points[-1].distance_m(way.end) < 1) == (way.start, True)
    assert abs(sum(steps) - way.length_m) < way.length_m * 0.02
    assert max(steps) < 1.5 * min(steps)
