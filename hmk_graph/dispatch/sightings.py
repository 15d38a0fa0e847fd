"""Where moving things were last seen, in an unlogged table: for a house without Redis."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from tortoise.connection import get_connection

from hmk_graph.dispatch.ports import Found
from hmk_graph.geo import EARTH_M, Point


class TableWhereabouts:
    """Keeps nothing itself: the table is shared by all processes."""

    async def read(self, members: Sequence[int]) -> list[str | None]:
        """Return the values of members, in their order."""
        rows = await get_connection("default").execute_query_dict(
            "SELECT member, value FROM dispatch_sighting WHERE member = ANY($1)", [list(members)]
        )
        found: dict[int, str] = {row["member"]: row["value"] for row in rows}
        return [found.get(member) for member in members]

    async def swap(
        self,
        member: int,
        *,
        cohort: str,
        lat: float,
        lng: float,
        value: str,
        expected: str | None,
    ) -> bool:
        """Put a member there if its value is still the expected one."""
        sql = _PUT_FIRST if expected is None else _PUT_AFTER
        given = [member, cohort, round(lat * 1e6), round(lng * 1e6), value]
        written = await get_connection("default").execute_query_dict(
            sql, given if expected is None else [*given, expected]
        )
        return bool(written)

    async def near(
        self, cohorts: Collection[str], *, lat: float, lng: float, radius_m: int, limit: int
    ) -> list[Found]:
        """Return the members of these cohorts within a circle, the nearest first.

        The rectangle around the circle is what the index knows; the rest is computed here.
        """
        high = math.degrees(radius_m / EARTH_M)
        wide = high / max(0.01, math.cos(math.radians(lat)))
        box = [round(edge * 1e6) for edge in (lat - high, lat + high, lng - wide, lng + wide)]
        rows = await get_connection("default").execute_query_dict(_NEAR, [list(cohorts), *box])
        center = Point(lat, lng)
        found: list[Found] = []
        for row in rows:
            distance = Point(row["lat_e6"] / 1e6, row["lng_e6"] / 1e6).distance_m(center)
            if distance <= radius_m:
                found.append((row["member"], distance, row["value"]))
        return sorted(found, key=lambda one: (one[1], one[0]))[:limit]

    async def everyone(self) -> list[tuple[int, str]]:
        """Return all members and their values, in no order."""
        rows = await get_connection("default").execute_query_dict(
            "SELECT member, value FROM dispatch_sighting"
        )
        return [(row["member"], row["value"]) for row in rows]

    async def drop(self, member: int) -> None:
        """Forget a member."""
        await get_connection("default").execute_query(
            "DELETE FROM dispatch_sighting WHERE member = $1", [member]
        )


_PUT_FIRST = """
INSERT INTO dispatch_sighting (member, cohort, lat_e6, lng_e6, value)
VALUES ($1, $2, $3, $4, $5) ON CONFLICT (member) DO NOTHING RETURNING member
"""
_PUT_AFTER = """
UPDATE dispatch_sighting SET cohort = $2, lat_e6 = $3, lng_e6 = $4, value = $5
WHERE member = $1 AND value = $6 RETURNING member
"""
_NEAR = """
SELECT member, lat_e6, lng_e6, value FROM dispatch_sighting
WHERE cohort = ANY($1) AND lat_e6 BETWEEN $2 AND $3 AND lng_e6 BETWEEN $4 AND $5
"""
