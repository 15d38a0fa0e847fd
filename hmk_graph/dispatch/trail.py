"""The way that a trip took, and how long its points and last sightings are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from tortoise.connection import get_connection

from hmk_graph.dispatch import location_rules, positions
from hmk_graph.dispatch.location_rules import Flag, TrailPoint
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.dispatch.trail_models import Ping
from hmk_graph.dispatch.trip_keeping import e6, point_of

RAW_KEPT = timedelta(hours=48)
TRAIL_KEPT = timedelta(days=90)
# A point each four seconds for six hours.
MOST_POINTS = 6_000


async def keep(
    driver_id: int,
    points: Sequence[TrailPoint],
    *,
    trip_id: int | None,
    attempt: int | None,
    received_at: datetime,
) -> None:
    """Write points down; those of a trip become its trail."""
    if not points:
        return
    await get_connection("default").execute_query(
        _KEEP,
        [
            driver_id,
            trip_id,
            attempt,
            received_at,
            [point.at for point in points],
            [e6(point.point.lat) for point in points],
            [e6(point.point.lng) for point in points],
            [point.accuracy_m for point in points],
            [" ".join(point.flags) for point in points],
        ],
    )


async def of_trip(trip_id: int, attempt: int) -> list[TrailPoint]:
    """Return the trail of one attempt, in order of time."""
    rows = (
        await Ping.filter(trip_id=trip_id, attempt=attempt).order_by("at", "id").limit(MOST_POINTS)
    )
    return [
        TrailPoint(
            at=row.at,
            point=point_of(row.lat_e6, row.lng_e6),
            accuracy_m=row.accuracy_m,
            flags=tuple(Flag(flag) for flag in row.flags),
        )
        for row in rows
    ]


async def travelled_m(trip_id: int, attempt: int, *, since: datetime) -> int | None:
    """Return the meters of a way since a moment, or None when it left no trail."""
    trail = [point for point in await of_trip(trip_id, attempt) if point.at >= since]
    return location_rules.length_m(trail) if len(trail) > 1 else None


async def prune(now: datetime) -> int:
    """Delete points that nobody needs any more, and return how many."""
    count, _ = await get_connection("default").execute_query(
        "DELETE FROM dispatch_ping WHERE received_at < $1"
        " AND (trip_id IS NULL OR received_at < $2)",
        [now - RAW_KEPT, now - TRAIL_KEPT],
    )
    return count


async def forget_old(whereabouts: Whereabouts, now: datetime) -> int:
    """Drop drivers of whom nothing was heard for as long as raw points are kept; return how many.

    Whoever goes home is forgotten at once; this is for a phone that fell silent at work. Should it
    tell of itself at this very moment, its next batch is taken as its first.

    Raises:
        ConnectionError: Nobody can tell.
    """
    held = await whereabouts.everyone()
    silent = [one for one in held if positions.read(*one).heard_at < now - RAW_KEPT]
    for driver_id, _ in silent:
        await whereabouts.drop(driver_id)
    return len(silent)


_KEEP = """
INSERT INTO dispatch_ping (driver_id, trip_id, attempt, received_at, at, lat_e6, lng_e6,
                           accuracy_m, flags)
SELECT $1, $2, $3, $4, p.at, p.lat, p.lng, p.accuracy, string_to_array(p.flags, ' ')
FROM unnest($5::timestamptz[], $6::int[], $7::int[], $8::int[], $9::text[])
     AS p(at, lat, lng, accuracy, flags)
"""
