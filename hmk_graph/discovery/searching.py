"""Finds what is public: by a text in either script, near a point, in a place, of a kind, free now.

The documents only say what a thing is found by. Whether it may be seen, what it costs and whether
it can be had at once comes, in the same statement, from the query of its own context: a document
that is behind its thing shows nothing, and no price that is past.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts import residence
from hmk_graph.discovery import rules, wording
from hmk_graph.discovery.indexing import SOURCES
from hmk_graph.discovery.models import Kind
from hmk_graph.errors import NotFound
from hmk_graph.geo import Point
from hmk_graph.money import Paisa


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody looks for. What is None, or an empty text, does not matter.

    `category` is a slug: of a kind of service, finer ones among it, of a species or a breed.
    """

    text: str = ""
    near: Point | None = None
    place_id: int | None = None
    kinds: Collection[Kind] | None = None
    category: str | None = None
    dearest: Paisa | None = None
    free_now: bool = False


@dataclass(frozen=True, kw_only=True)
class Mark:
    """After which thing to go on, and the moment as of which the whole order was made."""

    ranked_at: datetime
    rank: int
    id: int


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A thing that was found. `distance_m` None: there is nothing to be near to, or no point."""

    id: int
    kind: Kind
    subject_id: int
    rank: int
    distance_m: int | None
    free_now: bool


async def search(wanted: Wanted, *, first: int, after: Mark | None, now: datetime) -> list[Hit]:
    """Return what answers, the best first, at most `first`, by one statement.

    The order is total: by rank, then by the document's age. Ages and who is free are as of the
    moment of the first page, so that a rank does not change while one turns pages.

    Raises:
        TextTooLong: Nobody types so long a text.
    """
    ranked_at = after.ranked_at if after else now
    query = Statement()
    body = await ranking(query, wanted, ranked_at=ranked_at, now=now)
    kinds = "" if wanted.kinds is None else f" AND kind = ANY({query.value(_names(wanted.kinds))})"
    if after is not None:
        rank, last = query.value(after.rank), query.value(after.id)
        kinds += f" AND (rank < {rank}::int OR rank = {rank}::int AND id > {last}::bigint)"
    rows = await query.run(
        f"{body} SELECT id, kind, subject_id, rank, distance_m, free FROM ranked"
        f" WHERE true{kinds} ORDER BY rank DESC, id LIMIT {query.value(first)}::int"
    )
    return [
        Hit(
            id=row["id"],
            kind=Kind(row["kind"]),
            subject_id=row["subject_id"],
            rank=row["rank"],
            distance_m=row["distance_m"],
            free_now=row["free"],
        )
        for row in rows
    ]


async def counts(wanted: Wanted, *, now: datetime) -> dict[Kind, int]:
    """Return how many things of each kind answer, whichever kinds are wanted.

    Raises:
        TextTooLong: Nobody types so long a text.
    """
    query = Statement()
    body = await ranking(query, wanted, ranked_at=now, now=now)
    rows = await query.run(f"{body} SELECT kind, count(*) AS found FROM ranked GROUP BY kind")
    found = {row["kind"]: row["found"] for row in rows}
    return {source.kind: found.get(source.kind, 0) for source in SOURCES}


class Statement:
    """A statement as it is put together: what comes from outside is always a value."""

    def __init__(self) -> None:
        self.values: list[Any] = []

    def value(self, given: Any) -> str:  # Any: whatever the column holds
        """Add a value and return how the text names it."""
        self.values.append(given)
        return f"${len(self.values)}"

    async def run(self, sql: str) -> list[dict[str, Any]]:
        """Run the statement."""
        return await get_connection("default").execute_query_dict(sql, self.values)


async def ranking(query: Statement, wanted: Wanted, *, ranked_at: datetime, now: datetime) -> str:
    """Return the WITH clause that ends in `ranked`: all that answers, of every kind."""
    matched = await _matched(query, wanted)
    shown = " UNION ALL ".join(
        [
            _SHOWN.format(
                kind=source.kind,
                shown=await source.shown(now),
                free=await source.free(ranked_at),
            )
            for source in SOURCES
        ]
    )
    kept = ["true"]
    if wanted.dearest is not None:
        kept.append(f"price <= {query.value(wanted.dearest)}::bigint")
    if wanted.free_now:
        kept.append("free")
    return _RANKED.format(
        matched=matched,
        shown=shown,
        kept=" AND ".join(kept),
        nearness=rules.NEARNESS,
        near_m=rules.NEAR_M,
        free=rules.FREE_NOW,
        freshness=rules.FRESHNESS,
        fresh_d=rules.FRESH_D,
        at=f"{query.value(ranked_at)}::timestamptz",
    )


async def _matched(query: Statement, wanted: Wanted) -> str:
    """Return the SELECT of the documents that fit by text, place and category."""
    asked = rules.asked(wanted.text)
    text, where = "0", []
    if asked.words:
        shares = []
        for answers in await wording.answering(asked.words):
            ids, parts = query.value(answers.ids), query.value(answers.shares)
            where.append(f"d.word_ids && {ids}::bigint[]")
            shares.append(_SHARE.format(ids=ids, shares=parts))
        text = _TEXT.format(
            total=" + ".join(shares),
            key=f"{query.value(asked.key)}::text",
            words=len(asked.words),
            as_asked=rules.SPELLED_AS_ASKED,
            begins=rules.BEGINS_AS_ASKED,
        )
    if wanted.category is not None:
        where.append(f"d.categories @> ARRAY[{query.value(wanted.category)}::text]")
    if wanted.place_id is not None:
        place, around = query.value(wanted.place_id), query.value(await _path(wanted.place_id))
        where.append(f"(d.inside @> ARRAY[{place}::bigint] OR d.serves && {around}::bigint[])")
    distance = "NULL::int"
    if wanted.near is not None:
        lat, lng = query.value(wanted.near.lat), query.value(wanted.near.lng)
        distance = _DISTANCE.format(lat=f"{lat}::float8", lng=f"{lng}::float8")
    return _MATCHED.format(text=text, distance=distance, where=" AND ".join(where) or "true")


async def _path(place_id: int) -> list[int]:
    try:
        return await residence.path_of(place_id)
    except NotFound:
        return []


def _names(kinds: Collection[Kind]) -> list[str]:
    return [kind.value for kind in kinds]


# On the sphere, flat: over a district it is off by less than a meter in a kilometer.
_DISTANCE = (
    "round(6371008.8 * sqrt(power(radians(d.lat_e6 / 1e6 - {lat}), 2)"
    " + power(cos(radians({lat})) * radians(d.lng_e6 / 1e6 - {lng}), 2)))::int"
)
_MATCHED = """
SELECT d.id, d.kind, d.subject_id, d.fresh_at, ({text})::int AS text, {distance} AS distance_m
FROM discovery_document d
WHERE {where}
"""
# Of each word of the text the best answer that the thing has; every word has one, by the filter.
_SHARE = """
(SELECT max(share) FROM unnest({ids}::bigint[], {shares}::int[]) AS answer(id, share)
 WHERE id = ANY(d.word_ids))
"""
_TEXT = """
({total}) / {words} + CASE
    WHEN strpos(d.words, ' ' || {key} || ' ') > 0 THEN {as_asked}
    WHEN strpos(d.words, ' ' || {key}) > 0 THEN {begins}
    ELSE 0 END
"""
_SHOWN = """
SELECT m.*, s.price, f.subject_id IS NOT NULL AS free
FROM matched m
JOIN ({shown}) AS s ON s.subject_id = m.subject_id
LEFT JOIN ({free}) AS f ON f.subject_id = m.subject_id
WHERE m.kind = '{kind}'
"""
_RANKED = """
WITH matched AS MATERIALIZED ({matched}),
shown AS ({shown}),
ranked AS (
    SELECT id, kind, subject_id, free, distance_m, (
        text
        + coalesce({nearness} * {near_m} / ({near_m} + distance_m), 0)
        + CASE WHEN free THEN {free} ELSE 0 END
        + {freshness} * {fresh_d} / ({fresh_d} + greatest(0, floor(
            extract(epoch FROM {at} - fresh_at) / 86400)::int))
    )::int AS rank
    FROM shown WHERE {kept}
)
"""
