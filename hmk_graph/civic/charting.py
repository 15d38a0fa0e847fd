"""What officers see drawn: bids, requests, complaints and toll of their areas in a time.

Counts alone, of nobody by name. Each chart is one statement, whatever the place holds. Who is no
officer there counts nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts import queries as account_queries
from hmk_graph.money import Paisa


@dataclass(frozen=True, kw_only=True)
class Span:
    """What is asked for: a place with all below it, from `since` to before `until`.

    `areas` are those of the officer who asks, by whose places he counts; None: everywhere.
    """

    within: int
    since: datetime
    until: datetime
    areas: Sequence[int] | None


@dataclass(frozen=True, kw_only=True)
class HourCount:
    """How many bids stood that were made in one hour of the day, 0 to 23 by the clock of Dhaka."""

    hour: int
    bids: int


@dataclass(frozen=True, kw_only=True)
class RequestsCount:
    """How often somebody asked for a service, a trip or blood in an upazila."""

    place_id: int
    bookings: int
    trips: int
    blood: int


@dataclass(frozen=True, kw_only=True)
class AgeCount:
    """How many complaints wait that are at least `days` old, and younger than the next count's.

    `late` are those over their time.
    """

    days: int
    complaints: int
    late: int


@dataclass(frozen=True, kw_only=True)
class TollCount:
    """How many receipts the haat of a place wrote, and what toll stands on them."""

    place_id: int
    receipts: int
    hasil: Paisa


async def span_of(officer_id: int, within: int, *, since: datetime, until: datetime) -> Span:
    """Return what an officer asks for, with his areas, which all charts share."""
    areas = await account_queries.areas_of(officer_id)
    return Span(within=within, since=since, until=until, areas=areas)


async def bids_by_hour(span: Span) -> list[HourCount]:
    """Return the bids at haats of a span, by all 24 hours of the day."""
    return [HourCount(**row) for row in await _rows(_BIDS, span)]


async def requests_by_upazila(span: Span) -> list[RequestsCount]:
    """Return what was asked for, by upazila, most first; those without a request are left out."""
    return [RequestsCount(**row) for row in await _rows(_REQUESTS, span)]


async def complaints_by_age(span: Span) -> list[AgeCount]:
    """Return the complaints made in a span that still wait for officers, by age, youngest first."""
    return [AgeCount(**row) for row in await _rows(_AGES, span)]


async def hasil_by_haat(span: Span) -> list[TollCount]:
    """Return the toll on what was handed over in a span, by haat, most first; 50 at most."""
    return [TollCount(**row) for row in await _rows(_TOLL, span)]


async def _rows(statement: str, span: Span) -> Sequence[dict[str, Any]]:
    values = [span.within, span.since, span.until, span.areas is None, list(span.areas or ())]
    return await get_connection("default").execute_query_dict(statement, values)


# A place of the span, and one that the officer answers for.
_OURS = "at.path @> ARRAY[$1::bigint] AND ($4 OR at.path && $5::bigint[])"
_BIDS = f"""
WITH made AS (
    SELECT extract(hour FROM b.accepted_at AT TIME ZONE 'Asia/Dhaka')::int AS hour
    FROM haat_bid b
    JOIN haat_lot l ON l.id = b.lot_id
    JOIN haat_haat h ON h.id = l.haat_id
    JOIN places_place at ON at.id = h.place_id
    WHERE NOT b.voided AND b.accepted_at >= $2 AND b.accepted_at < $3 AND {_OURS}
)
SELECT every.hour, count(made.hour) AS bids
FROM generate_series(0, 23) AS every (hour)
LEFT JOIN made ON made.hour = every.hour
GROUP BY every.hour ORDER BY every.hour
"""
_REQUESTS = f"""
WITH asked AS (
    SELECT coalesce(b.place_id, p.place_id) AS place_id, 'booking' AS what
    FROM services_booking b JOIN services_provider p ON p.id = b.provider_id
    WHERE b.created_at >= $2 AND b.created_at < $3
    UNION ALL
    SELECT place_id, 'trip' FROM dispatch_trip WHERE requested_at >= $2 AND requested_at < $3
    UNION ALL
    SELECT place_id, 'blood' FROM blood_request WHERE created_at >= $2 AND created_at < $3
)
SELECT upazila.id AS place_id,
       count(*) FILTER (WHERE what = 'booking') AS bookings,
       count(*) FILTER (WHERE what = 'trip') AS trips,
       count(*) FILTER (WHERE what = 'blood') AS blood
FROM asked
JOIN places_place at ON at.id = asked.place_id
JOIN places_place upazila ON upazila.id = ANY (at.path) AND upazila.kind = 'UPAZILA'
WHERE {_OURS}
GROUP BY upazila.id ORDER BY count(*) DESC, upazila.id
"""
_AGES = f"""
WITH waiting AS (
    SELECT c.due_at, extract(epoch FROM clock_timestamp() - c.created_at) / 86400 AS age
    FROM civic_complaint c JOIN places_place at ON at.id = c.desk_id
    WHERE c.due_at IS NOT NULL AND c.created_at >= $2 AND c.created_at < $3 AND {_OURS}
)
SELECT bound.days, count(waiting.age) AS complaints,
       count(*) FILTER (WHERE waiting.due_at < clock_timestamp()) AS late
FROM (VALUES (0, 1), (1, 3), (3, 7), (7, 30), (30, 100000)) AS bound (days, before)
LEFT JOIN waiting ON waiting.age >= bound.days AND waiting.age < bound.before
GROUP BY bound.days ORDER BY bound.days
"""
_TOLL = f"""
SELECT h.place_id, count(*) AS receipts, sum(r.hasil_paisa)::bigint AS hasil
FROM haat_receipt r
JOIN haat_deal d ON d.id = r.deal_id
JOIN haat_listing l ON l.id = d.listing_id
JOIN haat_haat h ON h.id = l.haat_id
JOIN places_place at ON at.id = h.place_id
WHERE r.issued_at >= $2 AND r.issued_at < $3 AND {_OURS}
GROUP BY h.place_id ORDER BY hasil DESC, h.place_id LIMIT 50
"""
