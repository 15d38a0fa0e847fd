"""What shops sell, as it is found: by name, kind, its shop's name and place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph.discovery.models import Kind
from hmk_graph.discovery.sources import Description, Payload, Source, named, spots
from hmk_graph.shops import queries
from hmk_graph.shops.models import Product, ProductState, ShopState


async def describe(product_ids: Sequence[int]) -> list[Description]:
    """Describe what is offered at open shops."""
    rows = (
        await Product.filter(
            id__in=list(product_ids), state=ProductState.ACTIVE, shop__state=ShopState.VERIFIED
        )
        .prefetch_related("shop", "category")
        .order_by("id")
    )
    around = await spots([row.shop.place_id for row in rows])
    found = []
    for row in rows:
        spot, shop, kind = around[row.shop.place_id], row.shop, row.category
        found.append(
            Description(
                subject_id=row.id,
                names=[
                    *(row.name_bn, row.name_en, kind.name_bn, kind.name_en),
                    *(shop.name_bn, shop.name_en, *spot.names),
                ],
                categories=[kind.slug],
                inside=sorted(spot.path),
                serves=[],
                point=spot.point,
                fresh_at=row.changed_at,
            )
        )
    return found


async def subjects() -> list[int]:
    """Return all that is offered."""
    return await _ids(state=ProductState.ACTIVE)


async def shown(at: datetime) -> str:
    """Select what can be ordered at a moment, at its lowest price."""
    found = queries.on_sale(queries.Wanted(), at=at)
    return found.values(subject_id="id", price="from_paisa").sql(params_inline=True)


async def free(at: datetime) -> str:
    """Select of that what a shop has now."""
    return f"SELECT subject_id FROM ({await shown(at)}) AS sold WHERE EXISTS ({_THERE})"


async def of_shop(payload: Payload) -> list[int]:
    """Return all products of the shop that an event is about."""
    return await _ids(shop_id=payload["shop_id"])


async def _ids(**which: object) -> list[int]:
    rows = await Product.filter(**which).order_by("id").values_list("id", flat=True)
    return [int(str(row)) for row in rows]


_THERE = """
SELECT FROM shops_variant v JOIN shops_stock s ON s.variant_id = v.id
WHERE v.product_id = sold.subject_id AND v.retired_at IS NULL AND s.on_hand > s.reserved
"""
_ASKED = """
SELECT d.id AS subject_id, d.unit, p.amount_paisa AS amount
FROM shops_product d
JOIN shops_variant v ON v.product_id = d.id AND v.retired_at IS NULL
JOIN shops_price p ON p.variant_id = v.id AND p.valid_to IS NULL
"""

SOURCE = Source(
    kind=Kind.PRODUCT,
    describe=describe,
    subjects=subjects,
    shown=shown,
    free=free,
    asked=_ASKED,
    touched={
        "shops.product_moved": named("product_id"),
        "shops.product_described": named("product_id"),
        "shops.shop_moved": of_shop,
        "shops.shop_described": of_shop,
    },
)
