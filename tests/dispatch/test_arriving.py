"""When a vehicle may be where it is awaited: told while somebody knows where it is."""

from datetime import timedelta

import pytest

from hmk_graph.dispatch import answering, rules, tracking
from hmk_graph.dispatch.models import Trip, VehicleKind
from tests.dispatch import fleet
from tests.dispatch.fleet import CENTER, HOSPITAL, WHERE, north
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")


async def eta_of(trip: Trip, *, after: timedelta = timedelta(0)) -> int | None:
    told = await tracking.position_of(trip, whereabouts=WHERE, clock=at(NOON + after))
    return told.eta_s


async def taken() -> tuple[fleet.Crew, Trip]:
    crew = await fleet.crew(meters=1_200)
    await fleet.trip()
    offer = await fleet.offer_to(crew)
    return crew, await answering.accept_offer(crew.account.id, offer.id, clock=at(NOON))


async def test_it_counts_to_the_pickup_and_then_to_where_the_trip_leads():
    crew, trip = await taken()
    assert await eta_of(trip) == rules.eta_s(1_200, VehicleKind.AUTO)
    await fleet.seen(crew, north(300))
    assert await eta_of(trip) == rules.eta_s(300, VehicleKind.AUTO)

    await Trip.filter(id=trip.id).update(state="ARRIVED", arrived_at=NOON)
    assert await eta_of(trip) is None

    await Trip.filter(id=trip.id).update(state="IN_TRIP", started_at=NOON)
    await fleet.seen(crew, CENTER)
    way = round(CENTER.distance_m(HOSPITAL))
    assert await eta_of(trip) == rules.eta_s(way, VehicleKind.AUTO)


async def test_nothing_is_reckoned_from_where_it_was_long_ago():
    _, trip = await taken()

    assert await eta_of(trip, after=timedelta(minutes=1)) is not None
    assert await eta_of(trip, after=timedelta(minutes=30)) is None


async def test_nobody_can_say_when_a_trip_ends_that_named_no_end():
    _, trip = await taken()
    await Trip.filter(id=trip.id).update(
        state="IN_TRIP", started_at=NOON, drop_lat_e6=None, drop_lng_e6=None
    )

    assert await eta_of(await Trip.get(id=trip.id)) is None
