"""What a kind of thing has to tell to be found; each kind is one module in `found/`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.discovery.models import Kind
from hmk_graph.geo import Point

Payload = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A place as a thing is found by it: its path, its name and its upazila's, a point near it."""

    path: list[int]
    names: list[str]
    point: Point | None


@dataclass(frozen=True, kw_only=True)
class Description:
    """What one thing is found by. `names` are in any script; see `Document` for the rest."""

    subject_id: int
    names: list[str]
    categories: list[str]
    inside: list[int]
    serves: list[int]
    point: Point | None
    fresh_at: datetime


@dataclass(frozen=True, kw_only=True)
class Source:
    """A kind of thing, and whom to ask about it.

    `describe` tells of some things what they are found by, and nothing of those that are shown to
    nobody whatever the clock says; `subjects` names all that may have to be described. `shown` and
    `free` are SELECTs, made by the context's own query, of `subject_id` and `price` (paisa) of
    what everybody may see at a moment, and of `subject_id` of what can be had at once. Nothing from
    outside goes into their text. `touched` says which things an event is about.

    For price bands, `asked` selects `subject_id`, `unit` and `amount` of all prices, and `paid`
    selects `category`, `inside` (places), `unit`, `amount` and `at` of what was paid.
    """

    kind: Kind
    describe: Callable[[Sequence[int]], Awaitable[list[Description]]]
    subjects: Callable[[], Awaitable[list[int]]]
    shown: Callable[[datetime], Awaitable[str]]
    free: Callable[[datetime], Awaitable[str]]
    touched: Mapping[str, Callable[[Payload], Awaitable[list[int]]]]
    asked: str | None = None
    paid: str | None = None


def named(key: str) -> Callable[[Payload], Awaitable[list[int]]]:
    """Return what an event is about that names one thing under a key."""

    async def about(payload: Payload) -> list[int]:
        return [payload[key]]

    return about


async def spots(place_ids: Sequence[int]) -> dict[int, Spot]:
    """Return the places with these ids.

    The district's and division's names are left out: they would make everything alike.
    """
    rows = await get_connection("default").execute_query_dict(_AROUND, [list(set(place_ids))])
    return {
        row["id"]: Spot(
            path=row["path"],
            names=row["names"],
            point=None if row["lat"] is None else Point(row["lat"], row["lng"]),
        )
        for row in rows
    }


_AROUND = """
SELECT p.id, p.path, around.names, near.lat, near.lng
FROM places_place p
CROSS JOIN LATERAL (
    SELECT array_agg(name ORDER BY cardinality(a.path) DESC, place) AS names
    FROM places_place a
    CROSS JOIN LATERAL unnest(ARRAY[a.name_bn, a.name_en]) WITH ORDINALITY AS n(name, place)
    WHERE a.id = ANY(p.path) AND a.kind NOT IN ('DIVISION', 'DISTRICT')
) AS around
LEFT JOIN LATERAL (
    SELECT a.lat, a.lng FROM places_place a
    WHERE a.id = ANY(p.path) AND a.lat IS NOT NULL AND a.lng IS NOT NULL
    ORDER BY cardinality(a.path) DESC LIMIT 1
) AS near ON true
WHERE p.id = ANY($1)
"""
