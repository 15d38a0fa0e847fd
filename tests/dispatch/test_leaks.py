"""Failure 19: nobody sees a vehicle who may not (any more): by no link, stream, list or id."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from hmk_graph.dispatch import answering, reallocating, riding, tracking
from hmk_graph.dispatch.location_rules import RawPoint
from hmk_graph.dispatch.machines import Reason
from hmk_graph.dispatch.models import Trip
from hmk_graph.dispatch.trail_models import Ping
from hmk_graph.errors import TooMany
from schema.dispatch import positions
from tests import factories
from tests.dispatch import asking, fleet
from tests.dispatch.asking import House
from tests.dispatch.fleet import WHERE, Crew, later, north
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")
POSITION = """subscription ($id: ID!) { tripPosition(tripId: $id) {
    attempt freshness point { lat } } }"""
SHARED = """subscription ($token: String!) { sharedTripPosition(token: $token) {
    tripId freshness point { lat } } }"""
LOOK = (
    "query ($token: String!) { sharedTrip(token: $token) { state driverName position { tripId } } }"
)


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with asking.house() as opened:
        yield opened


async def taken(crew: Crew, rider: Any = None) -> Trip:
    await fleet.trip(rider=rider)
    offer = await fleet.offer_to(crew)
    return await answering.accept_offer(crew.account.id, offer.id, clock=at(NOON))


async def link(house: House, trip: Trip) -> str:
    made = await house.do(
        "shareTrip", "... on ShareLink { token }", trip.rider_id, tripId=f"Trip:{trip.id}"
    )
    return str(made["token"])


async def ends(items: AsyncIterator[Any]) -> bool:
    """Say whether a stream ends by itself without a further item."""
    async with asyncio.timeout(60):
        return await anext(items, None) is None


async def finished(trip: Trip, crew: Crew) -> None:
    await Trip.filter(id=trip.id).update(state="IN_TRIP", started_at=NOON)
    await riding.complete(crew.account.id, trip.id, clock=at(NOON))


async def test_the_link_of_one_trip_shows_nothing_of_the_drivers_next(house: House):
    crew = await fleet.crew()
    first = await taken(crew)
    token = await link(house, first)
    assert (await house.ask(LOOK, token=token))["sharedTrip"] == {
        "state": "ASSIGNED",
        "driverName": "মো. হানিফ",
        "position": {"tripId": None},
    }
    await finished(first, crew)
    await taken(crew)

    assert (await house.ask(LOOK, token=token))["sharedTrip"] is None


async def test_a_link_dies_with_its_driver_and_by_the_riders_wish(house: House):
    crew = await fleet.crew()
    trip = await taken(crew)
    old, revoked = await link(house, trip), ""
    other = await fleet.crew(meters=900)
    await reallocating.drop_trip(
        crew.account.id, trip.id, Reason.DRIVER_ASKED, whereabouts=WHERE, clock=at(NOON)
    )
    offer = await fleet.offer_to(other)
    trip = await answering.accept_offer(other.account.id, offer.id, clock=at(NOON))
    assert (await house.ask(LOOK, token=old))["sharedTrip"] is None

    revoked = await link(house, trip)
    await house.do("unshareTrip", "... on Trip { id }", trip.rider_id, tripId=f"Trip:{trip.id}")
    assert (await house.ask(LOOK, token=revoked))["sharedTrip"] is None


async def test_every_stream_of_a_position_ends_with_the_trip(house: House):
    crew = await fleet.crew()
    trip = await taken(crew)
    token = await link(house, trip)
    async with (
        house.following(POSITION, trip.rider_id, id=f"Trip:{trip.id}") as riders,
        house.following(POSITION, crew.account.id, id=f"Trip:{trip.id}") as drivers,
        house.following(SHARED, token=token) as watchers,
    ):
        for items in (riders, drivers, watchers):
            assert (await anext(items))["point"] is not None
        await finished(trip, crew)
        await fleet.seen(crew, north(4_000))
        await house.announce(tracking.feed_of(trip.id), {})

        for items in (riders, drivers, watchers):
            assert await ends(items)


async def test_a_driver_who_lost_a_trip_hears_that_and_then_no_more(house: House):
    crew = await fleet.crew()
    trip = await taken(crew)
    query = """subscription ($id: ID!) { tripEvents(tripId: $id) { __typename
        ... on TripEvent { state trip { id } } } }"""
    async with house.following(query, crew.account.id, id=f"Trip:{trip.id}") as items:
        assert (await anext(items))["__typename"] == "TripSnapshot"
        await reallocating.drop_trip(
            crew.account.id, trip.id, Reason.DRIVER_ASKED, whereabouts=WHERE, clock=at(NOON)
        )
        house.hub.hint(f"dispatch.trip.{trip.id}")

        last = await anext(items)
        assert last == {"__typename": "TripReallocated", "state": "SEARCHING", "trip": None}
        assert await ends(items)


async def test_freshness_is_told_anew_when_it_changes_with_no_new_point(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(positions, "LOOK_EVERY_S", 0.01)
    crew = await fleet.crew()
    trip = await taken(crew)
    async with house.following(POSITION, trip.rider_id, id=f"Trip:{trip.id}") as items:
        told = [(await anext(items))["freshness"]]
        for seconds in (16, 61, 601):  # nobody sends a frame: the clock alone moves
            house.clock = later(seconds=seconds)
            async with asyncio.timeout(60):
                told.append((await anext(items))["freshness"])

    assert told == ["LIVE", "RECENT", "STALE", "UNKNOWN"]


async def test_before_a_driver_has_come_forward_there_are_counts_in_squares_alone(house: House):
    await fleet.crew(meters=20)
    await fleet.crew(meters=40)
    busy = await fleet.crew(meters=30)
    await Trip.filter(id=(await fleet.trip()).id).update(
        state="ASSIGNED", driver_id=busy.id, vehicle_id=busy.vehicle.id
    )
    query = """{ vehiclesNear(kind: AUTO, around: {lat: 24.45, lng: 90.88}) {
        vehicles center { lat lng } } }"""

    cells = (await house.ask(query))["vehiclesNear"]

    assert [cell["vehicles"] for cell in cells] == [2]
    assert all(f"{cell['center']['lat']:.6f}" != f"{north(20).lat:.6f}" for cell in cells)


async def test_a_point_is_a_trips_trail_only_while_the_driver_has_it():
    crew = await fleet.crew()
    before = await reported(crew, 1, seconds=2, meters=700)
    trip = await taken(crew)
    await reported(crew, 2, seconds=8, meters=750)
    await finished(trip, crew)
    await reported(crew, 3, seconds=14, meters=800)

    pings = await Ping.all().order_by("id")
    assert [ping.trip_id for ping in pings] == [None, trip.id, None]
    assert before.taken == 1


async def test_a_batch_that_comes_twice_is_taken_once_and_a_hasty_one_is_told_to_wait():
    crew = await fleet.crew(seen_at=NOON - timedelta(seconds=30))
    once = await reported(crew, 1, seconds=0, meters=700)
    again = await reported(crew, 1, seconds=0, meters=700)
    with pytest.raises(TooMany):
        await reported(crew, 2, seconds=0.5, meters=710)

    assert (once.taken, again.taken, again.repeated) == (1, 0, True)
    assert await Ping.all().count() == 1


async def reported(crew: Crew, seq: int, *, seconds: float, meters: float) -> tracking.Reported:
    point = north(meters)
    batch = [
        RawPoint(at=NOON + timedelta(seconds=seconds), lat=point.lat, lng=point.lng, accuracy_m=5)
    ]

    async def nobody(_feed: str, _told: dict[str, Any]) -> None:
        return

    return await tracking.report_positions(
        crew.account.id,
        seq,
        batch,
        whereabouts=WHERE,
        announce=nobody,
        clock=later(seconds=seconds),
    )


async def test_anothers_trip_is_not_found_on_any_path(house: House):
    crew = await fleet.crew()
    trip = await taken(crew)
    stranger = (await factories.person()).id
    asked = """query ($id: ID!) { trip(id: $id) { id } tripSnapshot(tripId: $id) { seq }
        tripPositionNow(tripId: $id) { freshness } myTrips { edges { node { id } } }
        myDriving { edges { node { id } } } deskTrips { edges { node { id } } } }"""

    for viewer in (stranger, (await fleet.crew(meters=9_000)).account.id):
        data = await house.ask(asked, viewer, id=f"Trip:{trip.id}")
        assert data == {
            "trip": None,
            "tripSnapshot": None,
            "tripPositionNow": None,
            "myTrips": {"edges": []},
            "myDriving": {"edges": []},
            "deskTrips": {"edges": []},
        }
    for query in (POSITION, "subscription ($id: ID!) { tripEvents(tripId: $id) { __typename } }"):
        stream = await asking.SCHEMA.subscribe(
            query,
            variable_values={"id": f"Trip:{trip.id}"},
            context_value=house.context(stranger),
        )
        first = await anext(stream) if hasattr(stream, "__anext__") else stream
        assert first.errors[0].extensions["code"] == "NOT_FOUND"
