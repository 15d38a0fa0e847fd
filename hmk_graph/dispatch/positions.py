"""Where drivers were last seen: what is kept with each of them, and who is near."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson

from hmk_graph.dispatch.location_rules import Fix
from hmk_graph.dispatch.ports import Whereabouts
from hmk_graph.geo import Point


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A driver's position, the number of the batch that told it, and when that came (our time)."""

    driver_id: int
    fix: Fix
    seq: int
    heard_at: datetime


@dataclass(frozen=True, kw_only=True)
class Near:
    """A driver within a circle."""

    seen: Seen
    distance_m: int


def written(seen: Seen) -> str:
    """Return a sighting as it is kept."""
    fix = seen.fix
    return orjson.dumps(
        [fix.point.lat, fix.point.lng, fix.at, fix.last_at, seen.seq, seen.heard_at]
    ).decode()


def read(driver_id: int, text: str) -> Seen:
    """Return a sighting from what was kept."""
    lat, lng, at, last_at, seq, heard_at = orjson.loads(text)
    fix = Fix(
        point=Point(lat, lng),
        at=datetime.fromisoformat(at),
        last_at=datetime.fromisoformat(last_at),
    )
    return Seen(driver_id=driver_id, fix=fix, seq=seq, heard_at=datetime.fromisoformat(heard_at))


async def last_seen(whereabouts: Whereabouts, driver_id: int) -> Seen | None:
    """Return where a driver was last seen, or None.

    Raises:
        ConnectionError: Nobody can tell.
    """
    [text] = await whereabouts.read([driver_id])
    return None if text is None else read(driver_id, text)


async def near(
    whereabouts: Whereabouts,
    cohorts: Collection[str],
    point: Point,
    *,
    radius_m: int,
    limit: int,
    since: datetime,
) -> Sequence[Near]:
    """Return whoever of these cohorts was seen in a circle since a moment, the nearest first.

    Raises:
        ConnectionError: Nobody can tell.
    """
    found = await whereabouts.near(
        cohorts, lat=point.lat, lng=point.lng, radius_m=radius_m, limit=limit
    )
    all_of_them = [
        Near(seen=read(member, value), distance_m=round(distance))
        for member, distance, value in found
    ]
    return [one for one in all_of_them if one.seen.fix.at >= since]
