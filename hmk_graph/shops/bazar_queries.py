"""Reads of all shops beside each other, as in a bazar: who is here, open now, and sells what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tortoise.connection import get_connection
from tortoise.expressions import Q, RawSQL, Subquery
from tortoise.queryset import QuerySet

from hmk_graph.clock import DHAKA
from hmk_graph.shops.models import Product, ProductState, Shop, ShopState
from hmk_graph.shops.queries import Wanted, on_sale, open_shops

GOODS_SHOWN = 3
"""So many things of a shop tell what it sells, where many shops are shown."""


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Which shops somebody looks for. What is None does not matter.

    `outside_id` is a place that the shop is not in; `open_at` a moment at which it is open.
    """

    place_id: int | None = None
    outside_id: int | None = None
    category_id: int | None = None
    open_at: datetime | None = None


def in_bazar(sought: Sought) -> QuerySet[Shop]:
    """Return the shops that everybody may see and that fit, without an order."""
    found = open_shops(sought.place_id)
    if sought.outside_id is not None:
        found = found.exclude(place__path__contains=[sought.outside_id])
    if sought.category_id is not None:
        sold = Product.filter(state=ProductState.ACTIVE, category_id=sought.category_id)
        found = found.filter(id__in=Subquery(sold.values("shop_id")))
    return found if sought.open_at is None else _open_at(found, sought.open_at)


async def newest_goods(at: datetime, shop_ids: Sequence[int]) -> list[list[Product]]:
    """Return the newest things that can be ordered of each shop at a moment, three at most."""
    rows = await get_connection("default").execute_query_dict(
        _NEWEST_GOODS, [list(set(shop_ids)), GOODS_SHOWN]
    )
    newest = on_sale(Wanted(), at=at).filter(id__in=[row["id"] for row in rows])
    found: dict[int, list[Product]] = {one: [] for one in shop_ids}
    for product in await newest.order_by("-id"):
        found[product.shop_id].append(product)
    return [found[one] for one in shop_ids]


def _open_at(found: QuerySet[Shop], at: datetime) -> QuerySet[Shop]:
    """Return those that `shop_keeping.is_open` says are open."""
    local = at.astimezone(DHAKA)
    minute = local.hour * 60 + local.minute
    there = Q(closed_from__isnull=True) | Q(closed_from__gt=at) | Q(closed_to__lte=at)
    # Both are numbers: nothing that somebody wrote comes into the statement.
    hours = RawSQL(_IN_HOURS.format(weekday=local.weekday(), minute=minute))
    return found.filter(there, state=ShopState.VERIFIED).annotate(hour=hours).filter(hour=True)


_IN_HOURS = """
"shops_shop"."hours" = '[]'::jsonb OR EXISTS (
    SELECT FROM jsonb_array_elements("shops_shop"."hours" -> {weekday}) AS span
    WHERE {minute} >= (span ->> 0)::int AND {minute} < (span ->> 1)::int
)
"""
_NEWEST_GOODS = """
SELECT p.id
FROM unnest($1::bigint[]) AS s (id)
CROSS JOIN LATERAL (
    SELECT id FROM shops_product
    WHERE shop_id = s.id AND state = 'ACTIVE'
    ORDER BY id DESC LIMIT $2
) AS p
"""
