"""Lots of auctions that run or are to come, as they are found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tortoise.expressions import RawSQL

from hmk_graph.discovery.found import animals
from hmk_graph.discovery.models import Kind
from hmk_graph.discovery.sources import Description, Source, named
from hmk_graph.haat import lot_queries
from hmk_graph.haat.lot_keeping import RUNNING
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.sale_models import Listing

PRICE_NOW = "coalesce(price_paisa, start_paisa)"


async def describe(lot_ids: Sequence[int]) -> list[Description]:
    """Describe the lots that an officer has scheduled and that are not over."""
    lots = await Lot.filter(id__in=list(lot_ids), state__in=_running()).order_by("id")
    of = {lot.listing_id: lot for lot in lots}
    listings = await Listing.filter(id__in=list(of)).order_by("id")
    told = await animals.described(listings)
    found = [replace(one, subject_id=of[one.subject_id].id) for one in told]
    return sorted(found, key=lambda one: one.subject_id)


async def subjects() -> list[int]:
    """Return the lots that are scheduled or run."""
    rows = Lot.filter(state__in=_running()).order_by("id")
    return [int(str(row)) for row in await rows.values_list("id", flat=True)]


async def shown(at: datetime) -> str:
    """Select the lots that run or are to come, at the present price or where bidding starts."""
    both = [lot_queries.running_lots(at), lot_queries.coming_lots(at)]
    return " UNION ALL ".join(
        found.annotate(now=RawSQL(PRICE_NOW))
        .values(subject_id="id", price="now")
        .sql(params_inline=True)
        for found in both
    )


async def free(at: datetime) -> str:
    """Select the lots that take bids."""
    return lot_queries.running_lots(at).values(subject_id="id").sql(params_inline=True)


def _running() -> list[str]:
    return [str(state) for state in RUNNING]


SOURCE = Source(
    kind=Kind.LOT,
    describe=describe,
    subjects=subjects,
    shown=shown,
    free=free,
    touched={
        "haat.lot_scheduled": named("lot_id"),
        "haat.lot_closed": named("lot_id"),
        "haat.lot_voided": named("lot_id"),
        "haat.lot_withdrawn": named("lot_id"),
    },
)
