"""A trip from its request to its end, as drivers, riders and the desk move it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hmk_graph import event_log
from hmk_graph.dispatch import answering, riding
from hmk_graph.dispatch.errors import CodeWrong, NotAtPickup
from hmk_graph.dispatch.models import Trip, TripKind, VehicleKind
from hmk_graph.errors import NotFound, StaleState
from tests import factories
from tests.dispatch import fleet
from tests.dispatch.fleet import WHERE, Crew, later, north
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")


async def accepted(kind: TripKind = TripKind.AUTO, driver: Crew | None = None) -> tuple[Trip, Crew]:
    driver = driver or await fleet.crew()
    await fleet.trip(kind)
    offer = await fleet.offer_to(driver)
    return await answering.accept_offer(driver.account.id, offer.id, clock=at(NOON)), driver


async def at_pickup() -> tuple[Trip, Crew]:
    trip, driver = await accepted()
    await riding.set_out(driver.account.id, trip.id, clock=at(NOON))
    await fleet.seen(driver, north(100))
    await riding.arrive(driver.account.id, trip.id, whereabouts=WHERE, clock=at(NOON))
    return await Trip.get(id=trip.id), driver


async def test_a_trip_goes_from_its_request_to_its_end_and_each_step_is_told():
    trip, driver = await at_pickup()
    who = driver.account.id
    assert (trip.state, len(trip.start_code)) == ("ARRIVED", 4)

    await riding.start(who, trip.id, code=trip.start_code, clock=later(minutes=3))
    ended = await riding.complete(who, trip.id, clock=later(minutes=20))

    assert (ended.state, ended.fare_paisa, ended.ended_by) == (
        "COMPLETED",
        trip.fare_paisa,
        "DRIVER",
    )
    events = await event_log.after(f"dispatch.trip.{trip.id}", 0)
    assert [event.kind.removeprefix("dispatch.") for event in events] == [
        "trip_requested",
        "drivers_asked",
        "trip_assigned",
        "driver_set_out",
        "driver_arrived",
        "trip_started",
        "trip_completed",
    ]
    own = await event_log.after(f"dispatch.driver.{driver.id}", 0)
    assert [event.kind.removeprefix("dispatch.") for event in own] == [
        *("offer_made", "trip_left"),
    ]


async def test_only_a_driver_within_150_meters_is_there_and_the_rider_may_say_so_otherwise():
    trip, driver = await accepted()
    await riding.set_out(driver.account.id, trip.id, clock=at(NOON))

    await fleet.seen(driver, north(160))
    with pytest.raises(NotAtPickup) as far:
        await riding.arrive(driver.account.id, trip.id, whereabouts=WHERE, clock=at(NOON))
    with pytest.raises(NotAtPickup) as old:
        await riding.arrive(driver.account.id, trip.id, whereabouts=WHERE, clock=later(seconds=61))
    arrived = await riding.arrive(trip.rider_id, trip.id, whereabouts=WHERE, clock=at(NOON))

    assert (far.value.distance_m, old.value.distance_m) == (160, None)
    assert arrived.state == "ARRIVED"


async def test_a_code_is_tried_five_times_and_then_only_the_desk_can_begin():
    trip, driver = await at_pickup()
    wrong = "0000" if trip.start_code != "0000" else "1111"
    left = []
    for _ in range(5):
        with pytest.raises(CodeWrong) as refusal:
            await riding.start(driver.account.id, trip.id, code=wrong, clock=at(NOON))
        left.append(refusal.value.tries_left)
    with pytest.raises(CodeWrong):
        await riding.start(driver.account.id, trip.id, code=trip.start_code, clock=at(NOON))
    desk = await fleet.dispatcher()

    begun = await riding.start(desk.id, trip.id, clock=at(NOON))

    assert (left, begun.state) == ([4, 3, 2, 1, 0], "IN_TRIP")


async def test_a_code_may_be_typed_in_bengali_digits():
    trip, driver = await at_pickup()
    bengali = trip.start_code.translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"))

    begun = await riding.start(driver.account.id, trip.id, code=bengali, clock=at(NOON))

    assert begun.state == "IN_TRIP"


async def test_an_ambulance_begins_without_a_code():
    trip, driver = await accepted(TripKind.AMBULANCE, await fleet.crew(VehicleKind.AMBULANCE_AC))
    await riding.set_out(driver.account.id, trip.id, clock=at(NOON))
    await riding.arrive(trip.rider_id, trip.id, whereabouts=WHERE, clock=at(NOON))

    begun = await riding.start(driver.account.id, trip.id, clock=at(NOON))

    assert (begun.state, trip.start_code) == ("IN_TRIP", "")


async def test_waiting_counts_from_five_minutes_after_the_arrival():
    trip, driver = await at_pickup()
    await riding.start(
        driver.account.id, trip.id, code=trip.start_code, clock=later(minutes=6, seconds=1)
    )

    ended = await riding.complete(driver.account.id, trip.id, clock=later(minutes=20))

    waited = [line for line in ended.lines if line["name"] == "WAITING"]
    assert waited == [{"name": "WAITING", "amount": 400}]
    assert ended.fare_paisa == trip.fare_paisa + 400


async def test_steps_out_of_order_are_refused_and_leave_no_trace():
    trip, driver = await accepted()

    for step in (riding.start, riding.complete):
        with pytest.raises(StaleState):
            await step(driver.account.id, trip.id, clock=at(NOON))

    assert (await Trip.get(id=trip.id)).version == trip.version


async def test_nobody_else_moves_a_trip():
    trip, _ = await accepted()
    other = await fleet.crew(meters=9_000)
    elsewhere = await fleet.dispatcher(await factories.district("narsingdi"))

    for stranger in (other.account.id, elsewhere.id, (await factories.person()).id):
        with pytest.raises(NotFound):
            await riding.set_out(stranger, trip.id, clock=at(NOON))
        with pytest.raises(NotFound):
            await riding.complete(stranger, trip.id, clock=at(NOON + timedelta(hours=1)))
