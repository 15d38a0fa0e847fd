"""What all of it comes to: figures that everybody may read, each counted from rows (rules.md 2.13).

Nobody is in them. What a single deal or a single way would tell of a person is summed over whole
months, and only of a place and month that have five of them: so no two questions differ by one
person, however their times and places are chosen. Each part is one statement, whatever the place
holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts import queries as account_queries
from hmk_graph.civic.models import ComplaintKind
from hmk_graph.money import Paisa

# Of fewer one could tell who paid what, where who lives, or who waited how long.
FEWEST = 5
METHOD_BN = (
    "অ্যাপে করা প্রতিটি সম্পন্ন বুকিং, সিরিয়াল ও অভিযোগে একবার যাওয়া-আসা বাঁচে ধরা হয়। কিলোমিটার হলো"
    " নাগরিকের ইউনিয়ন ও যেখানে যেতে হতো তার কেন্দ্রের মধ্যে সরলরেখার দ্বিগুণ; পথ এর চেয়ে লম্বা, তাই হিসাবটি"
    " কমের দিকে। কিলোমিটারের যোগফলে শুধু সেসব জায়গার সেসব পুরো মাস আছে, যেখানে অন্তত পাঁচজনের ঠিকানা জানা।"
)
METHOD_EN = (
    "Each booking that was done, each number that was served and each complaint made here counts as"
    " one way there and back that nobody had to go to ask. Kilometres are twice the straight line"
    " between the centers of the citizen's union and of where he would have gone; roads are longer,"
    " so this errs to the low side. Kilometres are summed over whole months, and only where at"
    " least five homes are known of those who would have gone to a place in that month."
)
SDG = "SDG 16.6, 11.2"
"""Effective, accountable institutions; transport. UN A/RES/71/313, indicators 16.6.2 and 11.2.1."""


@dataclass(frozen=True, kw_only=True)
class ServicesCount:
    """How many services are open in one place, by how many providers."""

    place_id: int
    services: int
    providers: int


@dataclass(frozen=True, kw_only=True)
class HaatCount:
    """How many animals of a species were sold and handed over, and for how much.

    Sums are of `priced` animals: those of whole months in which a haat sold five of the species.
    `per_kg` is their mean over all weight, in whole taka; None of none.
    """

    species: str
    animals: int
    priced: int
    volume: Paisa
    hasil: Paisa
    per_kg: Paisa | None


@dataclass(frozen=True, kw_only=True)
class ComplaintsCount:
    """How complaints of a kind fare. `median_hours` is from lodging to answer, by the clock."""

    kind: ComplaintKind
    lodged: int
    answered: int
    in_time: int
    fixed: int
    median_hours: int | None


@dataclass(frozen=True, kw_only=True)
class Saved:
    """Ways that nobody had to go, and how far they would have been."""

    visits: int
    kilometers: int


@dataclass(frozen=True, kw_only=True)
class DeskCount:
    """What waits for the officers of some areas. Late is what is over its time."""

    complaints: int
    complaints_late: int
    complaints_mine: int
    escalated: int
    sellers: int
    sellers_late: int
    providers: int
    providers_late: int


async def services_by_place(within: int) -> list[ServicesCount]:
    """Return how many services are open in each place in and below one, most first."""
    rows = await _rows(_SERVICES, within)
    return [ServicesCount(**row) for row in rows]


async def haat_by_species(within: int, since: datetime, until: datetime) -> list[HaatCount]:
    """Return what was sold and handed over at the haats of a place, by species."""
    rows = await _rows(_HAAT, within, since, until, FEWEST)
    return [HaatCount(**row) for row in rows]


async def complaints_by_kind(
    within: int, since: datetime, until: datetime
) -> list[ComplaintsCount]:
    """Return how complaints of a place fare that were lodged within a time."""
    rows = await _rows(_COMPLAINTS, within, since, until, FEWEST)
    return [ComplaintsCount(**{**row, "kind": ComplaintKind(row["kind"])}) for row in rows]


async def saved(within: int, since: datetime, until: datetime) -> Saved:
    """Return the ways that people of a place were spared; see `METHOD_EN`."""
    (row,) = await _rows(_SAVED, within, since, until, FEWEST)
    return Saved(**row)


async def desk_of(officer_id: int) -> DeskCount:
    """Return what waits for an officer in his areas now; nothing for who is none."""
    areas = await account_queries.areas_of(officer_id)
    (row,) = await _rows(_DESK, areas is None, areas or [], officer_id)
    return DeskCount(**row)


async def _rows(statement: str, *values: object) -> Sequence[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(statement, list(values))


_SERVICES = """
SELECT p.place_id, count(*) AS services, count(DISTINCT p.id) AS providers
FROM services_service s
JOIN services_provider p ON p.id = s.provider_id
JOIN places_place at ON at.id = p.place_id
WHERE s.state = 'ACTIVE' AND p.state = 'VERIFIED' AND at.path @> ARRAY[$1::bigint]
GROUP BY p.place_id ORDER BY services DESC, p.place_id LIMIT 200
"""
# A month is told if all of it lies within the time asked for, and it has enough.
_TOLD = """
    count({of}) >= $4 AND month AT TIME ZONE 'Asia/Dhaka' >= $2
    AND (month + interval '1 month') AT TIME ZONE 'Asia/Dhaka' <= $3 AS told
"""
_HAAT = f"""
WITH sold AS (
    SELECT a.species, l.haat_id, r.price_paisa, r.hasil_paisa, r.grams,
           date_trunc('month', r.issued_at AT TIME ZONE 'Asia/Dhaka') AS month
    FROM haat_receipt r
    JOIN haat_deal d ON d.id = r.deal_id
    JOIN haat_animal a ON a.id = d.animal_id
    JOIN haat_listing l ON l.id = d.listing_id
    JOIN haat_haat h ON h.id = l.haat_id
    JOIN places_place at ON at.id = h.place_id
    WHERE at.path @> ARRAY[$1::bigint] AND r.issued_at >= $2 AND r.issued_at < $3
), monthly AS (
    SELECT species, count(*) AS animals, sum(price_paisa) AS volume, sum(hasil_paisa) AS hasil,
           sum(grams) AS grams, {_TOLD.format(of="*")}
    FROM sold GROUP BY species, haat_id, month
)
SELECT species, sum(animals)::bigint AS animals,
       coalesce(sum(animals) FILTER (WHERE told), 0)::bigint AS priced,
       coalesce(sum(volume) FILTER (WHERE told), 0)::bigint AS volume,
       coalesce(sum(hasil) FILTER (WHERE told), 0)::bigint AS hasil,
       (sum(volume) FILTER (WHERE told) * 1000 / sum(grams) FILTER (WHERE told))::bigint
           / 100 * 100 AS per_kg
FROM monthly GROUP BY species ORDER BY species
"""
_COMPLAINTS = """
SELECT c.kind, count(*) AS lodged, count(c.answered_at) AS answered,
       count(c.answered_at) FILTER (WHERE c.escalated = 0) AS in_time,
       count(*) FILTER (WHERE c.fixed) AS fixed,
       CASE WHEN count(c.answered_at) >= $4 THEN
           (percentile_disc(0.5) WITHIN GROUP (
               ORDER BY extract(epoch FROM c.answered_at - c.created_at)) / 3600)::int
       END AS median_hours
FROM civic_complaint c JOIN places_place at ON at.id = c.place_id
WHERE at.path @> ARRAY[$1::bigint] AND c.created_at >= $2 AND c.created_at < $3
GROUP BY c.kind ORDER BY c.kind
"""
_DESK = """
WITH complaint AS (
    SELECT c.* FROM civic_complaint c JOIN places_place at ON at.id = c.desk_id
    WHERE c.due_at IS NOT NULL AND c.author_id <> $3 AND ($1 OR at.path && $2::bigint[])
), seller AS (
    SELECT s.* FROM accounts_seller_application s JOIN places_place at ON at.id = s.place_id
    WHERE s.state = 'SUBMITTED' AND s.account_id <> $3 AND ($1 OR at.path && $2::bigint[])
), provider AS (
    SELECT p.* FROM services_provider p JOIN places_place at ON at.id = p.place_id
    WHERE p.state = 'SUBMITTED' AND p.account_id <> $3 AND ($1 OR at.path && $2::bigint[])
)
SELECT
    (SELECT count(*) FROM complaint) AS complaints,
    (SELECT count(*) FROM complaint WHERE due_at < clock_timestamp()) AS complaints_late,
    (SELECT count(*) FROM complaint WHERE assignee_id = $3) AS complaints_mine,
    (SELECT count(*) FROM complaint WHERE state = 'ESCALATED') AS escalated,
    (SELECT count(*) FROM seller) AS sellers,
    (SELECT count(*) FROM seller WHERE due_at < clock_timestamp()) AS sellers_late,
    (SELECT count(*) FROM provider) AS providers,
    (SELECT count(*) FROM provider WHERE due_at < clock_timestamp()) AS providers_late
"""
# The great circle, by the haversine; 6371 km is the Earth's mean radius (IUGG).
_SAVED = f"""
WITH went AS (
    SELECT b.citizen_id, p.place_id, b.created_at AS at FROM services_booking b
    JOIN services_provider p ON p.id = b.provider_id
    WHERE b.state IN ('DONE', 'CLOSED') AND b.created_at >= $2 AND b.created_at < $3
    UNION ALL
    SELECT n.citizen_id, p.place_id, s.starts_at FROM services_serial n
    JOIN services_sitting s ON s.id = n.sitting_id
    JOIN services_provider p ON p.id = s.provider_id
    WHERE n.state = 'SERVED' AND s.starts_at >= $2 AND s.starts_at < $3
    UNION ALL
    SELECT c.author_id, c.desk_id, c.created_at FROM civic_complaint c
    WHERE c.created_at >= $2 AND c.created_at < $3
), ways AS (
    SELECT there.id AS place_id, date_trunc('month', w.at AT TIME ZONE 'Asia/Dhaka') AS month,
           2 * 2 * 6371 * asin(sqrt(
               sin(radians(there.lat - home.lat) / 2) ^ 2
               + cos(radians(home.lat)) * cos(radians(there.lat))
               * sin(radians(there.lng - home.lng) / 2) ^ 2
           )) AS kilometers
    FROM went w
    JOIN places_place there ON there.id = w.place_id AND there.path @> ARRAY[$1::bigint]
    LEFT JOIN accounts_account a ON a.id = w.citizen_id
    LEFT JOIN places_place home ON home.id = a.home_id
), monthly AS (
    SELECT count(*) AS visits, sum(kilometers) AS kilometers, {_TOLD.format(of="kilometers")}
    FROM ways GROUP BY place_id, month
)
SELECT coalesce(sum(visits), 0)::bigint AS visits,
       coalesce(round(sum(kilometers) FILTER (WHERE told)), 0)::bigint AS kilometers
FROM monthly
"""
