"""Work goes round among those who stand about equally near; need goes to the nearest."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.dispatch import rules
from hmk_graph.dispatch.models import Trip, TripKind, TripState, VehicleKind
from hmk_graph.dispatch.rules import Candidate
from tests.dispatch import fleet
from tests.dispatch.fleet import Crew
from tests.factories import NOON

CANDIDATES = st.lists(
    st.builds(
        lambda n, meters, ago: Candidate(
            driver_id=n,
            vehicle_id=n,
            vehicle_kind=VehicleKind.AUTO,
            distance_m=meters,
            served_at=None if ago is None else NOON - timedelta(minutes=ago),
        ),
        st.integers(1, 10**6),
        st.integers(0, 12_000),
        st.one_of(st.none(), st.integers(0, 10_000)),
    ),
    max_size=20,
    unique_by=lambda one: one.driver_id,
)


async def served(crew: Crew, *, hours_ago: float) -> None:
    """Have a driver have had a trip, which is over."""
    trip = await fleet.trip()
    then = NOON - timedelta(hours=hours_ago)
    await Trip.filter(id=trip.id).update(
        state=TripState.COMPLETED,
        driver_id=crew.id,
        vehicle_id=crew.vehicle.id,
        assigned_at=then,
        requested_at=then,
    )


@pytest.mark.usefixtures("db")
async def test_of_those_about_as_near_who_waits_longest_is_asked():
    just_served, long_ago, never = [
        await fleet.crew(meters=meters, online=False) for meters in (100, 200, 300)
    ]
    too_far = await fleet.crew(meters=1_400, online=False)
    await served(just_served, hours_ago=0.1)
    await served(long_ago, hours_ago=20)
    for crew, meters in ((just_served, 100), (long_ago, 200), (never, 300), (too_far, 1_400)):
        crew.driver.vehicle_id, crew.driver.online_since = crew.vehicle.id, NOON
        await crew.driver.save(update_fields=["vehicle_id", "online_since"])
        await fleet.seen(crew, fleet.north(meters))
    other = await fleet.crew(meters=400)

    trip = await fleet.trip()

    # Three are asked; the nearest had a trip a moment ago, and the fifth stands far off.
    assert set(await fleet.offers(trip)) == {never.id, other.id, long_ago.id}


@pytest.mark.usefixtures("db")
async def test_in_need_the_nearest_are_asked_whoever_waits():
    kind = VehicleKind.AMBULANCE_AC
    near = await fleet.crew(kind, meters=100)
    await Trip.filter(id=(await fleet.trip()).id).update(
        state=TripState.COMPLETED, driver_id=near.id, vehicle_id=near.vehicle.id, assigned_at=NOON
    )
    await fleet.crew(kind, meters=1_000)

    trip = await fleet.trip(TripKind.AMBULANCE)

    assert near.id in await fleet.offers(trip)


@given(CANDIDATES)
def test_nobody_is_passed_over_for_one_who_comes_two_minutes_later(candidates: list[Candidate]):
    ordered = rules.fairly(candidates)

    assert sorted(one.driver_id for one in ordered) == sorted(one.driver_id for one in candidates)
    for place, one in enumerate(ordered):
        for later in ordered[place + 1 :]:
            assert one.eta_s < later.eta_s + rules.ABOUT_AS_SOON.total_seconds()
