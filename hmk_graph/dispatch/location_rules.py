"""What a phone's points are worth: which are taken, which move the vehicle, how fresh it is. Pure.

The steps are those of rules.md 2.4, "Location ingest", in its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from hmk_graph.geo import Point

MOST_POINTS = 100
MOST_AHEAD = timedelta(seconds=5)
COARSE_M = 100
# Half the way around the earth: a phone that is less sure than that knows nothing.
WORST_M = 20_000_000
FASTEST_KMH = 150
STILL_M = 10
LIVE_FOR = timedelta(seconds=15)
RECENT_FOR = timedelta(seconds=60)
STALE_FOR = timedelta(minutes=10)
BATCH_EVERY = timedelta(seconds=1)
CELL_M = 500


class Flag(StrEnum):
    """What is odd about a point that was taken."""

    CLOCK_AHEAD = "CLOCK_AHEAD"
    COARSE = "COARSE"
    JUMP = "JUMP"


class Freshness(StrEnum):
    """How old a position is. It decays by itself, with no event."""

    LIVE = "LIVE"
    RECENT = "RECENT"
    STALE = "STALE"
    UNKNOWN = "UNKNOWN"


# So old that something can be reckoned from it.
TELLING = frozenset({Freshness.LIVE, Freshness.RECENT})


@dataclass(frozen=True, kw_only=True)
class RawPoint:
    """A point as a phone sent it: its own time (aware), degrees, and how sure it is in meters."""

    at: datetime
    lat: float
    lng: float
    accuracy_m: float


@dataclass(frozen=True, kw_only=True)
class TrailPoint:
    """A point that was taken, at the time that counts."""

    at: datetime
    point: Point
    accuracy_m: int
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Fix:
    """Where a vehicle stands: since when it is known to (`at`), and the newest point's time.

    `last_at` is the time of the last point that was taken, on the trail or as position.
    """

    point: Point
    at: datetime
    last_at: datetime


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What became of a batch. `fix` is None while nothing is known; `dropped` were not taken."""

    trail: tuple[TrailPoint, ...]
    fix: Fix | None
    dropped: int


def take(batch: Sequence[RawPoint], *, last: Fix | None, now: datetime) -> Taken:
    """Judge the points of one batch against where the vehicle was last seen.

    A position that is UNKNOWN by its age says nothing: the next good point begins anew. Without
    that, one wrong first point would lock a driver out for as long as the jump would have taken.
    """
    trail: list[TrailPoint] = []
    dropped = 0
    fix = last
    passed = last.last_at if last else None
    for raw in sorted(batch, key=lambda point: point.at):
        point = _point_of(raw)
        if point is None or (passed is not None and raw.at <= passed):
            dropped += 1
            continue
        passed = raw.at
        taken = _flagged(raw, point, fix, now)
        if fix is not None and _is_still(taken, fix):
            fix = replace(fix, at=max(fix.at, taken.at), last_at=taken.at)
            continue
        trail.append(taken)
        if Flag.COARSE in taken.flags or Flag.JUMP in taken.flags:
            fix = fix and replace(fix, last_at=taken.at)
        else:
            fix = Fix(point=taken.point, at=taken.at, last_at=taken.at)
    return Taken(trail=tuple(trail), fix=fix, dropped=dropped)


def _point_of(raw: RawPoint) -> Point | None:
    """Return where a point lies, or None if it is nowhere; (0, 0) is a phone that does not know."""
    if (raw.lat, raw.lng) == (0, 0) or not 0 <= raw.accuracy_m <= WORST_M:
        return None
    try:
        return Point(raw.lat, raw.lng)
    except ValueError:
        return None


def _flagged(raw: RawPoint, point: Point, fix: Fix | None, now: datetime) -> TrailPoint:
    flags = []
    at = raw.at
    if at > now + MOST_AHEAD:
        # An earlier point of the batch may be some seconds ahead, and was believed.
        at = max(now, fix.last_at) if fix is not None else now
        flags.append(Flag.CLOCK_AHEAD)
    if raw.accuracy_m > COARSE_M:
        flags.append(Flag.COARSE)
    if fix is not None and freshness(fix.at, now) is not Freshness.UNKNOWN:
        took_h = max(at - fix.at, timedelta(0)) / timedelta(hours=1)
        if fix.point.distance_m(point) > max(STILL_M, took_h * FASTEST_KMH * 1_000):
            flags.append(Flag.JUMP)
    return TrailPoint(at=at, point=point, accuracy_m=round(raw.accuracy_m), flags=tuple(flags))


def _is_still(taken: TrailPoint, fix: Fix) -> bool:
    if Flag.COARSE in taken.flags or Flag.JUMP in taken.flags:
        return False
    return fix.point.distance_m(taken.point) < STILL_M


def freshness(observed_at: datetime | None, now: datetime) -> Freshness:
    """Return how fresh a position is that was seen then; None: never."""
    if observed_at is None:
        return Freshness.UNKNOWN
    age = now - observed_at
    if age <= LIVE_FOR:
        return Freshness.LIVE
    if age <= RECENT_FOR:
        return Freshness.RECENT
    return Freshness.STALE if age <= STALE_FOR else Freshness.UNKNOWN


def next_change(observed_at: datetime, now: datetime) -> datetime | None:
    """Return when a position's freshness will change next if nothing is heard, or None."""
    for lasts in (LIVE_FOR, RECENT_FOR, STALE_FOR):
        if now <= observed_at + lasts:
            return observed_at + lasts
    return None


def length_m(trail: Sequence[TrailPoint]) -> int:
    """Return how long the way along a trail is, without what was coarse or jumped."""
    good = [p.point for p in trail if not {Flag.COARSE, Flag.JUMP} & set(p.flags)]
    return round(sum(a.distance_m(b) for a, b in pairwise(good)))
