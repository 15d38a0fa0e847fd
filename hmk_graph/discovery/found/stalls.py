"""Shops, as they are found: by what they call themselves and where they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph.discovery.models import Kind
from hmk_graph.discovery.sources import Description, Source, named, spots
from hmk_graph.shops import queries
from hmk_graph.shops.models import Product, ProductState, Shop


async def describe(shop_ids: Sequence[int]) -> list[Description]:
    """Describe the shops that everybody may see, with the kinds of what they offer."""
    rows = await Shop.filter(id__in=list(shop_ids), state__in=queries.SHOWN).order_by("id")
    around = await spots([row.place_id for row in rows])
    offered = await Product.filter(
        shop_id__in=[row.id for row in rows], state=ProductState.ACTIVE
    ).prefetch_related("category")
    found = []
    for row in rows:
        spot = around[row.place_id]
        kinds = {one.category.slug: one.category for one in offered if one.shop_id == row.id}
        found.append(
            Description(
                subject_id=row.id,
                names=[
                    *(row.name_bn, row.name_en, row.slug),
                    *(name for one in kinds.values() for name in (one.name_bn, one.name_en)),
                    *spot.names,
                ],
                categories=sorted(kinds),
                inside=sorted(spot.path),
                serves=[],
                point=spot.point,
                fresh_at=row.decided_at or row.created_at,
            )
        )
    return found


async def subjects() -> list[int]:
    """Return the shops that everybody may see."""
    rows = Shop.filter(state__in=queries.SHOWN).order_by("id").values_list("id", flat=True)
    return [int(str(row)) for row in await rows]


async def shown(_at: datetime) -> str:
    """Select the shops that everybody may see; they have no price."""
    found = queries.open_shops(None).values(subject_id="id").sql(params_inline=True)
    return f"SELECT subject_id, NULL::bigint AS price FROM ({found}) AS open"


async def free(at: datetime) -> str:
    """Select those that have something to order now."""
    found = queries.on_sale(queries.Wanted(), at=at)
    return found.distinct().values(subject_id="shop_id").sql(params_inline=True)


SOURCE = Source(
    kind=Kind.SHOP,
    describe=describe,
    subjects=subjects,
    shown=shown,
    free=free,
    touched={
        kind: named("shop_id")
        for kind in (
            *("shops.shop_moved", "shops.shop_described"),
            *("shops.product_moved", "shops.product_described"),
        )
    },
)
