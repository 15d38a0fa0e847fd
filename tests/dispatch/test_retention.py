"""Nobody can ask where a phone was for longer than the rules say (rules.md 2.4)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from hmk_graph.dispatch import positions, trail
from hmk_graph.dispatch.location_rules import TrailPoint
from hmk_graph.dispatch.trail_models import Ping
from tests.dispatch import fleet
from tests.factories import NOON

pytestmark = pytest.mark.usefixtures("db")
SECOND = timedelta(seconds=1)


async def sent(driver_id: int, received_at: datetime, *, trip_id: int | None = None) -> None:
    """Have one point of a driver's kept, on a trip or between two."""
    point = TrailPoint(at=received_at, point=fleet.CENTER, accuracy_m=5)
    attempt = None if trip_id is None else 1
    await trail.keep(driver_id, [point], trip_id=trip_id, attempt=attempt, received_at=received_at)


async def kept() -> list[tuple[int | None, datetime]]:
    rows = await Ping.all().order_by("received_at")
    return [(row.trip_id, row.received_at) for row in rows]


async def test_points_between_trips_go_after_two_days_and_those_of_a_trip_after_ninety():
    crew = await fleet.crew()
    two_days, ninety = NOON - timedelta(hours=48), NOON - timedelta(days=90)
    for moment in (ninety - SECOND, ninety, two_days - SECOND, two_days, NOON):
        await sent(crew.id, moment)
        await sent(crew.id, moment, trip_id=7)

    deleted = await trail.prune(NOON)

    assert deleted == 4
    assert [at for trip, at in await kept() if trip is None] == [two_days, NOON]
    assert [at for trip, at in await kept() if trip == 7] == [
        ninety,
        two_days - SECOND,
        two_days,
        NOON,
    ]


async def test_what_was_pruned_is_no_part_of_a_trip_any_more_and_twice_is_no_matter():
    crew = await fleet.crew()
    for days in (91, 89):
        await sent(crew.id, NOON - timedelta(days=days), trip_id=7)

    first, second = await trail.prune(NOON), await trail.prune(NOON)

    assert (first, second) == (1, 0)
    assert [point.at for point in await trail.of_trip(7, 1)] == [NOON - timedelta(days=89)]


async def test_a_phone_that_fell_silent_at_work_is_nowhere_after_two_days(keeper: Any):
    """Who goes home is forgotten at once; a phone that lies in the river tells nobody so."""
    silent = await fleet.crew(seen_at=NOON - timedelta(hours=48) - SECOND, whereabouts=keeper)
    quiet = await fleet.crew(seen_at=NOON - timedelta(hours=48), whereabouts=keeper)

    assert await trail.forget_old(keeper, NOON) == 1

    assert await positions.last_seen(keeper, silent.id) is None
    assert await positions.last_seen(keeper, quiet.id) is not None
    assert await trail.forget_old(keeper, NOON) == 0
