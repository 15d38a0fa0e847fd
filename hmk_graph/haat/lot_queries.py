"""Reads of lots. The viewer comes first; what a viewer may not know does not exist for him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise.connection import get_connection
from tortoise.expressions import Q, RawSQL
from tortoise.queryset import QuerySet

from hmk_graph import reading
from hmk_graph.accounts import access
from hmk_graph.accounts import queries as account_queries
from hmk_graph.clock import DHAKA
from hmk_graph.errors import NotFound
from hmk_graph.haat.lot_keeping import NOT_PUBLIC, RUNNING, stored_line
from hmk_graph.haat.lot_log import Line
from hmk_graph.haat.lot_log import public_lines as cut
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.lot_models import LotState as Stored
from hmk_graph.money import Paisa

BIDS_SHOWN = 20
# What makes a lot hot is what happened so long ago at most.
LATELY = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which lots a buyer looks for; None: it does not matter. Weights in grams, prices in paisa.

    `within_id` is a place from which the animal comes. The price is the present one, or the one at
    which bidding starts; the weight is the latest. `followed_by` keeps those with a person's star.
    """

    haat_id: int | None = None
    species: str | None = None
    breed: str | None = None
    within_id: int | None = None
    cheapest: Paisa | None = None
    dearest: Paisa | None = None
    lightest_g: int | None = None
    heaviest_g: int | None = None
    followed_by: int | None = None


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many lots run, are to come, and came to their end since midnight in Dhaka."""

    running: int
    coming: int
    ended_today: int


@dataclass(frozen=True, kw_only=True)
class Hottest:
    """The hottest lot. Bids grow old: `until` is when the first is too old to count, if one is."""

    lot: Lot
    until: datetime | None


@dataclass(frozen=True, kw_only=True)
class PublicLog:
    """What anybody may read of a lot's log now."""

    lot_id: int
    lines: list[dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class OwnBid:
    """How a person stands on a lot. `maximum` is his own secret."""

    lot_id: int
    alias: int
    maximum: int
    leading: bool
    won: bool


async def public_lot(lot_id: int) -> Lot | None:
    """Return a lot that everybody may see: one that an officer has given its terms."""
    with reading.only(haat_lot=[lot_id]):
        lot = await Lot.get_or_none(id=lot_id)
    return None if lot is None or lot.state in NOT_PUBLIC else lot


async def public_lots(lot_ids: Sequence[int]) -> list[Lot | None]:
    """Return the lots that everybody may see, in the order of the ids; None for others."""
    found = await Lot.in_bulk(list(lot_ids), "id")
    return [
        None if (lot := found.get(lot_id)) is None or lot.state in NOT_PUBLIC else lot
        for lot_id in lot_ids
    ]


async def visible_lot(viewer_id: int | None, lot_id: int) -> Lot:
    """Return a lot that the viewer may see.

    Raises:
        NotFound: There is none, or it is not public and the viewer is neither its seller nor an
        officer.
    """
    lot = await Lot.get_or_none(id=lot_id)
    if lot is None:
        raise NotFound
    if lot.state in NOT_PUBLIC and not await _is_insider(viewer_id, lot):
        raise NotFound
    return lot


def running_lots(at: datetime) -> QuerySet[Lot]:
    """Return the lots that take bids at a moment, by the clock and not by what the worker wrote."""
    return Lot.filter(state__in=[str(s) for s in RUNNING], starts_at__lte=at, ends_at__gt=at)


def coming_lots(at: datetime) -> QuerySet[Lot]:
    """Return the lots whose start lies ahead."""
    return Lot.filter(state=Stored.SCHEDULED, starts_at__gt=at)


def ended_lots(at: datetime) -> QuerySet[Lot]:
    """Return the lots that are over, those the worker has not closed yet included."""
    return Lot.filter(
        Q(state__in=[str(Stored.CLOSED), str(Stored.VOIDED)])
        | Q(state__in=[str(s) for s in RUNNING], ends_at__lte=at)
    )


def only(found: QuerySet[Lot], wanted: Wanted) -> QuerySet[Lot]:
    """Keep of some lots those that a buyer looks for."""
    given: dict[str, Any] = {
        "haat_id": wanted.haat_id,
        "animal__species": wanted.species,
        "animal__breed": wanted.breed,
        "follows__account_id": wanted.followed_by,
        "price_now__gte": wanted.cheapest,
        "price_now__lte": wanted.dearest,
        "latest_g__gte": wanted.lightest_g,
        "latest_g__lte": wanted.heaviest_g,
    }
    given = {name: value for name, value in given.items() if value is not None}
    if wanted.within_id is not None:
        given["animal__origin__path__contains"] = [wanted.within_id]
    computed = {"price_now": RawSQL(_PRICE_NOW), "latest_g": RawSQL(_LATEST_G)}
    needed = {
        name: sql for name, sql in computed.items() if any(key.startswith(name) for key in given)
    }
    return found.annotate(**needed).filter(**given) if needed else found.filter(**given)


async def next_turn(at: datetime) -> datetime | None:
    """Return when a lot somewhere begins or ends next by the clock; None: none is ahead."""
    rows = await _rows(_NEXT_TURN, [at])
    turn: datetime | None = rows[0]["turn"]
    return turn


async def counts(haat_id: int | None, at: datetime) -> Counts:
    """Count the lots of one haat or of all, by the clock, in one statement."""
    midnight = at.astimezone(DHAKA).replace(hour=0, minute=0, second=0, microsecond=0)
    [row] = await _rows(_COUNTS, [at, midnight, haat_id])
    return Counts(**row)


async def hottest_lot(at: datetime) -> Hottest | None:
    """Return the running lot with the most visible bids of the last ten minutes; None: none runs.

    Of equals the one with more followers, then the one that ends sooner, then the older one.
    """
    rows = await _rows(_HOTTEST, [at, at - LATELY])
    if not rows:
        return None
    oldest: datetime | None = rows[0]["oldest"]
    return Hottest(lot=await Lot.get(id=rows[0]["id"]), until=oldest and oldest + LATELY)


async def public_log(lot: Lot) -> PublicLog:
    """Return the log of a lot as it may be read now: silent raises at its end are held back.

    Whether the viewer may see the lot was judged before.
    """
    with reading.only(haat_lot_line=[lot.id]):
        rows = await _rows(_LOG, [lot.id])
    lines = [stored_line(row["body"]) for row in rows]
    return PublicLog(lot_id=lot.id, lines=[line.as_json() for line in cut(lines)])


async def latest_bids(lot_ids: Sequence[int]) -> list[list[Line]]:
    """Return, for each lot, its newest bids that everybody may see, newest first, at most twenty.

    A leader's silent raise is left out: in the list it would only repeat the price.
    """
    with reading.only(haat_lot_line=lot_ids):
        rows = await _rows(_LATEST, [list(lot_ids), BIDS_SHOWN])
    found: dict[int, list[Line]] = {lot_id: [] for lot_id in lot_ids}
    for row in rows:
        found[row["lot_id"]].append(stored_line(row["body"]))
    return [found[lot_id] for lot_id in lot_ids]


async def public_heads(lot_ids: Sequence[int]) -> list[str | None]:
    """Return, for each lot, the hash of the last line that everybody may read now."""
    with reading.only(haat_lot_line=lot_ids):
        rows = await _rows(_HEADS, [list(lot_ids)])
    found = {row["lot_id"]: row["hash"] for row in rows}
    return [found.get(lot_id) for lot_id in lot_ids]


async def own_bids(viewer_id: int | None, lot_ids: Sequence[int]) -> list[OwnBid | None]:
    """Return how the viewer stands on each lot; None where he has not bid."""
    if viewer_id is None:
        return [None] * len(lot_ids)
    rows = await _rows(_OWN, [viewer_id, list(lot_ids)])
    found = {row["lot_id"]: OwnBid(**row) for row in rows}
    return [found.get(lot_id) for lot_id in lot_ids]


def lots_bid_on(viewer_id: int) -> QuerySet[Lot]:
    """Return the lots that a person has bid on."""
    return Lot.filter(bidders__account_id=viewer_id)


async def waiting_lots(officer_id: int) -> QuerySet[Lot]:
    """Return the submitted lots that an officer may schedule: those of his haats."""
    found = Lot.filter(state=Stored.SUBMITTED)
    areas = await account_queries.areas_of(officer_id)
    return found if areas is None else found.filter(haat__place__path__overlap=areas)


async def _is_insider(viewer_id: int | None, lot: Lot) -> bool:
    if viewer_id is None:
        return False
    if viewer_id == lot.seller_id:
        return True
    rows = await _rows(_HAAT_PATH, [lot.haat_id])
    return await access.is_officer_of(viewer_id, rows[0]["path"])


async def _rows(sql: str, values: list[Any]) -> list[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(sql, values)


_LOG = "SELECT body FROM haat_lot_line WHERE lot_id = $1 ORDER BY line"
_HAAT_PATH = (
    "SELECT p.path FROM haat_haat h JOIN places_place p ON p.id = h.place_id WHERE h.id = $1"
)
_LATEST = """
SELECT l.lot_id, l.body
FROM unnest($1::bigint[]) AS wanted(id)
CROSS JOIN LATERAL (
    SELECT lot_id, line, body FROM haat_lot_line
    WHERE lot_id = wanted.id AND body->>'kind' = 'BID' AND NOT (body->'body'->>'silent')::boolean
    ORDER BY line DESC LIMIT $2
) AS l
ORDER BY l.lot_id, l.line DESC
"""
# A silent raise at the very end is not public yet; the last line that is not one is.
_HEADS = """
SELECT DISTINCT ON (lot_id) lot_id, hash FROM haat_lot_line
WHERE lot_id = ANY($1)
  AND NOT (body->>'kind' = 'BID' AND (body->'body'->>'silent')::boolean)
ORDER BY lot_id, line DESC
"""
_OWN = """
SELECT me.lot_id, me.alias, coalesce(max(b.maximum_paisa) FILTER (WHERE NOT b.voided), 0) AS
maximum,
       lot.leader_id IS NOT DISTINCT FROM $1 AS leading,
       lot.winner_id IS NOT DISTINCT FROM $1 AS won
FROM haat_lot_bidder me
JOIN haat_lot lot ON lot.id = me.lot_id
JOIN haat_bid b ON b.lot_id = me.lot_id AND b.bidder_id = me.account_id
WHERE me.account_id = $1 AND me.lot_id = ANY($2)
GROUP BY me.lot_id, me.alias, lot.leader_id, lot.winner_id
"""
_PRICE_NOW = 'coalesce("haat_lot"."price_paisa", "haat_lot"."start_paisa")'
_LATEST_G = (
    '(SELECT w.grams FROM haat_animal_weight w WHERE w.animal_id = "haat_lot"."animal_id"'
    " ORDER BY w.measured_at DESC, w.id DESC LIMIT 1)"
)
# Three counts by three indexes; one pass would read every lot there ever was.
_COUNTS = """
SELECT
  (SELECT count(*) FROM haat_lot WHERE state IN ('SCHEDULED', 'OPEN') AND starts_at <= $1
     AND ends_at > $1 AND ($3::bigint IS NULL OR haat_id = $3)) AS running,
  (SELECT count(*) FROM haat_lot WHERE state = 'SCHEDULED' AND starts_at > $1
     AND ($3::bigint IS NULL OR haat_id = $3)) AS coming,
  (SELECT count(*) FROM haat_lot WHERE state IN ('SCHEDULED', 'OPEN', 'CLOSED')
     AND ends_at > $2 AND ends_at <= $1 AND ($3::bigint IS NULL OR haat_id = $3)) AS ended_today
"""
_NEXT_TURN = """
SELECT least(
    (SELECT min(starts_at) FROM haat_lot WHERE state = 'SCHEDULED' AND starts_at > $1),
    (SELECT min(ends_at) FROM haat_lot WHERE state = 'SCHEDULED' AND ends_at > $1),
    (SELECT min(ends_at) FROM haat_lot WHERE state = 'OPEN' AND ends_at > $1)) AS turn
"""
# A leader's silent raise must not show, here neither; so the public log is counted, its newest end.
_HOTTEST = """
SELECT l.id, min(lately.oldest) OVER () AS oldest FROM haat_lot l
LEFT JOIN LATERAL (
    SELECT count(*) AS bids, min((body->>'at')::timestamptz) AS oldest FROM (
        SELECT body FROM haat_lot_line WHERE lot_id = l.id ORDER BY line DESC LIMIT 50
    ) AS newest
    WHERE body->>'kind' = 'BID' AND NOT (body->'body'->>'silent')::boolean
      AND (body->>'at')::timestamptz > $2
) AS lately ON l.line_at > $2
WHERE l.state IN ('SCHEDULED', 'OPEN') AND l.starts_at <= $1 AND l.ends_at > $1
ORDER BY coalesce(lately.bids, 0) DESC,
         (SELECT count(*) FROM haat_lot_follow f WHERE f.lot_id = l.id) DESC, l.ends_at, l.id
LIMIT 1
"""
