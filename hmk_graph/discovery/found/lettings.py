"""Rooms, shops, godowns and vehicles for rent, as they are found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph.discovery.models import Kind
from hmk_graph.discovery.sources import Description, Source, named, spots
from hmk_graph.rentals import queries
from hmk_graph.rentals.models import Unit, UnitKind, UnitState
from hmk_graph.services.models import Category

# The category of the file of services under which each kind is looked for.
CATEGORIES = {
    UnitKind.HOUSE: "house-rental",
    UnitKind.OFFICE: "office-rental",
    UnitKind.SHOP: "shop-rental",
    UnitKind.GODOWN: "godown-rental",
    UnitKind.VEHICLE: "vehicle-rental",
}


async def describe(unit_ids: Sequence[int]) -> list[Description]:
    """Describe what can be rented now. The address is told to nobody here."""
    rows = await Unit.filter(id__in=list(unit_ids), state=UnitState.AVAILABLE).order_by("id")
    around = await spots([row.place_id for row in rows])
    slugs = list(CATEGORIES.values())
    named_by = Category.filter(slug__in=slugs).prefetch_related("parent")
    kinds = {one.slug: one async for one in named_by}
    found = []
    for row in rows:
        spot, slug = around[row.place_id], CATEGORIES[row.kind]
        kind = kinds.get(slug)
        above = [one for one in (kind, kind.parent if kind else None) if one is not None]
        found.append(
            Description(
                subject_id=row.id,
                names=[
                    *(row.title_bn, row.title_en),
                    *(name for one in above for name in (one.name_bn, one.name_en)),
                    *spot.names,
                ],
                categories=[one.slug for one in above] or [slug],
                inside=sorted(spot.path),
                serves=[],
                point=spot.point,
                fresh_at=row.confirmed_at,
            )
        )
    return found


async def subjects() -> list[int]:
    """Return what can be rented now."""
    rows = Unit.filter(state=UnitState.AVAILABLE).order_by("id").values_list("id", flat=True)
    return [int(str(row)) for row in await rows]


async def shown(_at: datetime) -> str:
    """Select what everybody may see and rent, at its rent for a month or a vehicle's day."""
    found = queries.on_offer(queries.Wanted())
    return found.values(subject_id="id", price="rent_paisa").sql(params_inline=True)


_ASKED = """
SELECT id AS subject_id, CASE kind WHEN 'VEHICLE' THEN 'day' ELSE 'month' END AS unit,
       rent_paisa AS amount
FROM rentals_unit
"""

SOURCE = Source(
    kind=Kind.RENTAL,
    describe=describe,
    subjects=subjects,
    shown=shown,
    # What is on offer is empty, and can be seen at once.
    free=shown,
    asked=_ASKED,
    touched={"rentals.unit_moved": named("unit_id")},
)
