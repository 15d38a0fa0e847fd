"""What things of a category cost at a place: what was paid if that is known, else what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tortoise.connection import get_connection

from hmk_graph.accounts import residence
from hmk_graph.discovery.indexing import SOURCES
from hmk_graph.errors import NotFound
from hmk_graph.money import Paisa

# Of fewer one could tell who paid what.
FEWEST = 5
# What an animal cost a season ago tells nothing about today.
PAID_WITHIN = timedelta(days=180)


class Basis(StrEnum):
    """Where prices are from."""

    PAID = "PAID"
    ASKED = "ASKED"


@dataclass(frozen=True, kw_only=True)
class PriceBand:
    """Prices of a category at a place; each figure is one that occurs.

    `unit` is for what: a head, a visit, an hour, a day, as the category's prices are given. One in
    ten is at or under `p10`, nine in ten are at or under `p90`.
    """

    unit: str
    basis: Basis
    count: int
    p10: Paisa
    median: Paisa
    p90: Paisa


async def price_band(
    category: str, place_id: int, *, unit: str | None = None, at: datetime
) -> PriceBand | None:
    """Return what a category costs in a place, or None if fewer than five prices are known.

    `category` is a slug, of a species or of a kind of service, finer ones among it. Prices in
    different units are never mixed: without a `unit` it is the one with the most prices.
    """
    try:
        around = await residence.path_of(place_id)
    except NotFound:
        return None
    paid = " UNION ALL ".join(
        f"SELECT unit, amount FROM ({source.paid}) AS p"
        " WHERE category = $1 AND inside @> ARRAY[$2::bigint] AND at >= $5"
        for source in SOURCES
        if source.paid
    )
    since = at - PAID_WITHIN
    found = await _band(paid, Basis.PAID, [category, place_id, unit, FEWEST, since])
    if found is not None:
        return found
    asked = " UNION ALL ".join(
        [
            _ASKED.format(kind=source.kind, shown=await source.shown(at), asked=source.asked)
            for source in SOURCES
            if source.asked
        ]
    )
    return await _band(asked, Basis.ASKED, [category, place_id, unit, FEWEST, around])


async def _band(known: str, basis: Basis, values: list[object]) -> PriceBand | None:
    rows = await get_connection("default").execute_query_dict(_BAND.format(known=known), values)
    return PriceBand(basis=basis, **rows[0]) if rows else None


_ASKED = """
SELECT a.unit, a.amount
FROM discovery_document d
JOIN ({shown}) AS s ON s.subject_id = d.subject_id
JOIN ({asked}) AS a ON a.subject_id = d.subject_id
WHERE d.kind = '{kind}' AND d.categories @> ARRAY[$1::text]
  AND (d.inside @> ARRAY[$2::bigint] OR d.serves && $5::bigint[])
"""
# The discrete kind of percentile answers with an amount that occurs, so nothing is rounded.
_BAND = """
WITH known AS ({known})
SELECT unit, count(*) AS count,
       percentile_disc(0.1) WITHIN GROUP (ORDER BY amount) AS p10,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY amount) AS median,
       percentile_disc(0.9) WITHIN GROUP (ORDER BY amount) AS p90
FROM known
WHERE $3::text IS NULL OR unit = $3
GROUP BY unit HAVING count(*) >= $4::int
ORDER BY count(*) DESC, unit LIMIT 1
"""
