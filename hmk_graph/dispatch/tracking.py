"""Positions of drivers: taken from their phones, shown to those whom they concern.

A batch is judged against what is kept of the driver, and kept only if nobody has judged another one
meanwhile. There is no lock that could outlive its owner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.clock import Clock
from hmk_graph.dispatch import location_rules, parties, positions, rules, trail, trip_keeping
from hmk_graph.dispatch.errors import NotAtWork, TooManyPoints
from hmk_graph.dispatch.location_rules import Fix, Freshness, RawPoint, TrailPoint
from hmk_graph.dispatch.models import Tracking, Trip, TripState, VehicleKind
from hmk_graph.dispatch.ports import Announce, Whereabouts
from hmk_graph.dispatch.positions import Seen
from hmk_graph.errors import NotFound, TooMany, Unavailable
from hmk_graph.geo import Point

# A phone sends one batch after the other; two at once are a repeated one.
MOST_TRIES = 3


@dataclass(frozen=True, kw_only=True)
class Reported:
    """What became of a batch; `repeated`: it was known already. The phone may sleep by it."""

    taken: int
    dropped: int
    repeated: bool
    freshness: Freshness
    server_now: datetime


@dataclass(frozen=True, kw_only=True)
class Position:
    """Where a trip's vehicle was last seen. Without a point nobody knows, or (NONE) can know.

    `eta_s`: in how many seconds it may be where it is awaited; None: it is there, or who knows.
    """

    trip_id: int
    attempt: int
    tracking: Tracking
    point: Point | None
    observed_at: datetime | None
    freshness: Freshness
    eta_s: int | None


@dataclass(frozen=True, kw_only=True)
class _Duty:
    driver_id: int
    cohort: str
    trip_id: int | None
    attempt: int | None


def feed_of(trip_id: int) -> str:
    """Name the feed that says that a trip's vehicle was seen anew. No point is on it."""
    return f"dispatch.position.{trip_id}"


async def report_positions(
    account_id: int,
    seq: int,
    points: Sequence[RawPoint],
    *,
    whereabouts: Whereabouts,
    announce: Announce,
    clock: Clock,
) -> Reported:
    """Take a batch of points from a driver's phone, once.

    Args:
        account_id: The driver's account.
        seq: The batch's number since he went to work, from 1.
        points: Up to a hundred, in any order.
        whereabouts: Who keeps the newest.
        announce: Told when the vehicle of a trip was seen; at most once a second, as batches come.
        clock: The server's.

    Raises:
        TooManyPoints: None, or more than a hundred.
        NotAtWork: The person is no driver at work.
        TooMany: The last batch came less than a second ago.
        Unavailable: Nobody keeps positions just now; send it again.
    """
    if not 1 <= len(points) <= location_rules.MOST_POINTS:
        raise TooManyPoints
    duty = await _on_duty(account_id)
    for _ in range(MOST_TRIES):
        [kept] = await whereabouts.read([duty.driver_id])
        last = None if kept is None else positions.read(duty.driver_id, kept)
        now = await clock()
        if last is not None and seq <= last.seq:
            return Reported(
                taken=0,
                dropped=len(points),
                repeated=True,
                freshness=location_rules.freshness(last.fix.at, now),
                server_now=now,
            )
        if last is not None and now - last.heard_at < location_rules.BATCH_EVERY:
            raise TooMany(retry_after_s=1)
        taken = location_rules.take(points, last=last.fix if last else None, now=now)
        if taken.fix is None or await _put(whereabouts, duty, taken.fix, seq, now, kept):
            await _keep(whereabouts, duty, taken.trail, now, kept)
            if duty.trip_id is not None:
                await announce(feed_of(duty.trip_id), {"trip_id": duty.trip_id})
            return Reported(
                taken=len(points) - taken.dropped,
                dropped=taken.dropped,
                repeated=False,
                freshness=location_rules.freshness(taken.fix.at if taken.fix else None, now),
                server_now=now,
            )
    raise Unavailable


async def _put(
    whereabouts: Whereabouts, duty: _Duty, fix: Fix, seq: int, now: datetime, kept: str | None
) -> bool:
    seen = Seen(driver_id=duty.driver_id, fix=fix, seq=seq, heard_at=now)
    return await whereabouts.swap(
        duty.driver_id,
        cohort=duty.cohort,
        lat=fix.point.lat,
        lng=fix.point.lng,
        value=positions.written(seen),
        expected=kept,
    )


async def _keep(
    whereabouts: Whereabouts,
    duty: _Duty,
    points: Sequence[TrailPoint],
    now: datetime,
    kept: str | None,
) -> None:
    """Write the trail. If that fails the batch is forgotten, so that the phone may repeat it."""
    try:
        await trail.keep(
            duty.driver_id, points, trip_id=duty.trip_id, attempt=duty.attempt, received_at=now
        )
    except BaseException:
        if kept is None:
            await whereabouts.drop(duty.driver_id)
        else:
            last = positions.read(duty.driver_id, kept)
            [present] = await whereabouts.read([duty.driver_id])
            await _put(whereabouts, duty, last.fix, last.seq, last.heard_at, present)
        raise


async def position(
    viewer_id: int, trip_id: int, *, whereabouts: Whereabouts, clock: Clock
) -> Position:
    """Return where the vehicle of a trip is, to those who have a part in it.

    Raises:
        NotFound: There is no such trip, the person has no part in it, or nobody comes (any more).
    """
    trip = await Trip.get_or_none(id=trip_id)
    if trip is None or trip.state not in rules.CARRYING:
        raise NotFound
    if not await parties.parties(viewer_id, trip):
        raise NotFound
    return await position_of(trip, whereabouts=whereabouts, clock=clock)


async def position_of(trip: Trip, *, whereabouts: Whereabouts, clock: Clock) -> Position:
    """Return where the vehicle of a trip is, once the caller has found that he may know.

    The point is read first, and the trip again after it: whoever lost the right meanwhile gets
    nothing.

    Raises:
        NotFound: The trip has ended, or has another driver by now.
    """
    seen = None
    if trip.driver_id is not None and trip.tracking is Tracking.GPS:
        try:
            seen = await positions.last_seen(whereabouts, trip.driver_id)
        except ConnectionError:
            seen = None
    now = await clock()
    same = Trip.filter(id=trip.id, attempt=trip.attempt, state__in=list(rules.CARRYING))
    present = await same.first().values("state", kind="vehicle__kind")
    if present is None:
        raise NotFound
    freshness = location_rules.freshness(seen.fix.at if seen else None, now)
    return Position(
        trip_id=trip.id,
        attempt=trip.attempt,
        tracking=trip.tracking,
        point=seen.fix.point if seen else None,
        observed_at=seen.fix.at if seen else None,
        freshness=freshness,
        eta_s=_eta_s(trip, seen, freshness, **present),
    )


def _eta_s(
    trip: Trip,
    seen: Seen | None,
    freshness: Freshness,
    *,
    state: TripState,
    kind: VehicleKind | None,
) -> int | None:
    """Return in how many seconds a vehicle may be at the pickup, or then where the trip leads."""
    if seen is None or kind is None or freshness not in location_rules.TELLING:
        return None
    awaited = None
    if state in rules.COMING:
        awaited = trip_keeping.pickup_of(trip)
    elif state is TripState.IN_TRIP:
        awaited = trip_keeping.drop_of(trip)
    return None if awaited is None else rules.eta_s(round(seen.fix.point.distance_m(awaited)), kind)


async def _on_duty(account_id: int) -> _Duty:
    rows = await get_connection("default").execute_query_dict(_ON_DUTY, [account_id])
    if not rows:
        raise NotAtWork
    row = rows[0]
    return _Duty(
        driver_id=row["id"],
        cohort=rules.cohort_of(VehicleKind(row["kind"]), row["skill"]),
        trip_id=row["trip_id"],
        attempt=row["attempt"],
    )


_ON_DUTY = """
SELECT d.id, v.kind, v.skill, t.id AS trip_id, t.attempt
FROM dispatch_driver d JOIN dispatch_vehicle v ON v.id = d.vehicle_id
LEFT JOIN dispatch_trip t ON t.driver_id = d.id AND t.tracking = 'GPS'
     AND t.state IN ('ASSIGNED', 'EN_ROUTE', 'ARRIVED', 'IN_TRIP')
WHERE d.account_id = $1 AND d.state NOT IN ('REJECTED', 'TERMINATED')
"""
