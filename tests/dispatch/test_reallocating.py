"""A trip that loses its driver is searched for anew, without him, and he hears no more of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hmk_graph import event_log
from hmk_graph.dispatch import answering, canceling, offering, reallocating, riding
from hmk_graph.dispatch.errors import FeeNotSeen
from hmk_graph.dispatch.machines import Reason
from hmk_graph.dispatch.models import Trip, TripKind, VehicleKind
from hmk_graph.errors import NotFound, StaleState
from tests.dispatch import fleet
from tests.dispatch.fleet import WHERE, Crew, later
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")


async def taken(kind: TripKind = TripKind.AUTO, crew: Crew | None = None) -> tuple[Trip, Crew]:
    crew = crew or await fleet.crew()
    await fleet.trip(kind)
    offer = await fleet.offer_to(crew)
    return await answering.accept_offer(crew.account.id, offer.id, clock=at(NOON)), crew


async def dropped(trip: Trip, crew: Crew, **span: float) -> Trip:
    await reallocating.drop_trip(
        crew.account.id, trip.id, Reason.DRIVER_ASKED, whereabouts=WHERE, clock=later(**span)
    )
    return await Trip.get(id=trip.id)


async def test_who_drops_a_trip_is_out_of_it_and_another_is_asked_at_once():
    trip, crew = await taken()
    other = await fleet.crew(meters=900)

    trip = await dropped(trip, crew)

    assert (trip.state, trip.attempt, trip.driver_id) == ("SEARCHING", 2, None)
    assert await fleet.offers(trip) == {crew.id: "ACCEPTED", other.id: "SENT"}
    with pytest.raises(NotFound):
        await riding.set_out(crew.account.id, trip.id, clock=at(NOON))
    told = await event_log.after(f"dispatch.driver.{crew.id}", 0)
    assert told[-1].kind == "dispatch.trip_left"


async def test_three_drivers_may_drop_a_trip_and_then_there_is_none():
    trip, crew = await taken()
    for attempt in (2, 3, 4):
        following = await fleet.crew(meters=100 * attempt)
        trip = await dropped(trip, crew)
        if attempt < 4:
            offer = await fleet.offer_to(following)
            await answering.accept_offer(following.account.id, offer.id, clock=at(NOON))
            crew = following

    assert (trip.state, trip.attempt) == ("NO_DRIVER", 4)


async def test_an_ambulance_that_three_dropped_goes_to_people():
    crew = await fleet.crew(VehicleKind.AMBULANCE_AC)
    trip, _ = await taken(TripKind.AMBULANCE, crew)
    await Trip.filter(id=trip.id).update(attempt=3)

    trip = await dropped(trip, crew)

    assert (trip.state, trip.attempt) == ("ESCALATED", 4)


async def test_a_silent_driver_is_asked_and_after_three_minutes_another_is_searched_for():
    trip, crew = await taken()
    seen = None

    assert await reallocating.watch(trip.id, seen, later(seconds=59)) == NOON + timedelta(
        seconds=60
    )
    answer_by = await reallocating.watch(trip.id, seen, later(seconds=60))
    assert answer_by == NOON + timedelta(seconds=240)
    assert await reallocating.watch(trip.id, seen, later(seconds=239)) == answer_by
    assert (await Trip.get(id=trip.id)).state == "ASSIGNED"
    assert await reallocating.watch(trip.id, seen, later(seconds=240)) is None

    found = await Trip.get(id=trip.id)
    assert (found.state, found.excluded) == ("SEARCHING", [crew.id])
    told = await event_log.after(f"dispatch.driver.{crew.id}", 0)
    assert [e.kind for e in told][-2:] == ["dispatch.driver_asked", "dispatch.trip_left"]


async def test_a_position_is_an_answer_and_so_is_a_step():
    trip, crew = await taken()
    await reallocating.watch(trip.id, None, later(seconds=60))
    await fleet.seen(crew, fleet.north(50), seen_at=NOON + timedelta(seconds=200))
    seen = await reallocating.look(trip.id, WHERE)

    assert await reallocating.watch(trip.id, seen, later(seconds=240)) == NOON + timedelta(
        seconds=260
    )
    await riding.set_out(crew.account.id, trip.id, clock=later(seconds=300))
    assert await reallocating.watch(trip.id, seen, later(seconds=301)) == NOON + timedelta(
        seconds=360
    )


async def test_a_worker_that_was_away_leaves_the_driver_time_to_answer():
    trip, _ = await taken()

    answer_by = await reallocating.watch(trip.id, None, later(hours=1))

    assert answer_by == NOON + timedelta(hours=1, seconds=60)
    assert (await Trip.get(id=trip.id)).state == "ASSIGNED"


async def test_a_way_without_movement_for_three_hours_is_told_to_the_desk_and_not_closed():
    trip, _ = await taken()
    await Trip.filter(id=trip.id).update(state="IN_TRIP", started_at=NOON)

    early = await reallocating.watch(trip.id, None, later(hours=2, minutes=59))
    again = await reallocating.watch(trip.id, None, later(hours=3))

    assert (early, again) == (NOON + timedelta(hours=3), NOON + timedelta(hours=4))
    assert (await Trip.get(id=trip.id)).state == "IN_TRIP"
    place = (await Trip.get(id=trip.id).select_related("place")).place
    desk = await event_log.after(f"dispatch.desk.{place.path[1]}", 0)
    assert [event.kind for event in desk] == ["dispatch.desk_asked"]


async def test_canceling_late_costs_what_was_seen_before_and_nothing_unseen():
    trip, _ = await taken()
    rider = trip.rider_id

    with pytest.raises(FeeNotSeen) as unseen:
        await canceling.cancel_trip(rider, trip.id, clock=later(minutes=2))
    preview = await canceling.preview_cancel(rider, trip.id, clock=later(minutes=2))
    with pytest.raises(FeeNotSeen):
        await canceling.cancel_trip(
            rider, trip.id, preview_token=preview.token, clock=later(minutes=4, seconds=1)
        )
    canceled = await canceling.cancel_trip(
        rider, trip.id, preview_token=preview.token, clock=later(minutes=4)
    )

    assert unseen.value.fee == preview.fee == canceled.cancel_fee_paisa == 2_000
    with pytest.raises(StaleState):
        await canceling.cancel_trip(rider, trip.id, clock=later(minutes=5))


@pytest.mark.parametrize("kind", [TripKind.AUTO, TripKind.AMBULANCE])
async def test_canceling_is_free_soon_after_and_for_an_ambulance_ever(kind: TripKind):
    fit = VehicleKind.AUTO if kind is TripKind.AUTO else VehicleKind.AMBULANCE_AC
    trip, _ = await taken(kind, await fleet.crew(fit))
    minutes = 1 if kind is TripKind.AUTO else 50

    canceled = await canceling.cancel_trip(trip.rider_id, trip.id, clock=later(minutes=minutes))

    assert (canceled.state, canceled.cancel_fee_paisa) == ("CANCELLED", 0)


async def test_a_canceled_search_leaves_no_open_offer_and_its_deadline_ends_by_itself():
    crew = await fleet.crew()
    trip = await fleet.trip()

    await canceling.cancel_trip(trip.rider_id, trip.id, clock=at(NOON))

    assert await fleet.offers(trip) == {crew.id: "WITHDRAWN"}
    assert await offering.search_on(trip.id, [], later(seconds=30)) is None
