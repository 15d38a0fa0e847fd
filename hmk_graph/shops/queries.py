"""Reads of shops and what they sell. What a viewer may not know does not exist for him.

A shop is its owner's and its officers' business until it is verified; then it is everybody's, also
while it pauses. Its products are everybody's while they are offered, and known by name to those who
ordered them for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tortoise.connection import get_connection
from tortoise.expressions import F, Q, Subquery
from tortoise.queryset import QuerySet

from hmk_graph.accounts import queries as account_queries
from hmk_graph.accounts.models import AccountState
from hmk_graph.errors import NotFound
from hmk_graph.money import Paisa
from hmk_graph.shops.machines import PRODUCT, SHOP, Actor, ProductCommand, ShopCommand
from hmk_graph.shops.models import (
    Category,
    Movement,
    Price,
    Product,
    ProductState,
    Shop,
    ShopState,
    Stock,
    Variant,
)
from hmk_graph.state_machines import allowed

SHOWN = (ShopState.VERIFIED, ShopState.PAUSED)
MOST_PRICES = 50
MOST_MOVEMENTS = 50


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody looks for. What is None does not matter."""

    shop_id: int | None = None
    category_id: int | None = None
    place_id: int | None = None
    cheapest: Paisa | None = None
    dearest: Paisa | None = None
    in_stock: bool = False


def on_sale(wanted: Wanted, *, at: datetime) -> QuerySet[Product]:
    """Return the products that can be ordered at a moment and fit, without an order."""
    # Not by leaving out who is on holiday: what is null is neither away nor not.
    there = (
        Q(shop__closed_from__isnull=True) | Q(shop__closed_from__gt=at) | Q(shop__closed_to__lte=at)
    )
    found = Product.filter(
        there,
        state=ProductState.ACTIVE,
        shop__state=ShopState.VERIFIED,
        shop__owner__state=AccountState.ACTIVE,
    )
    if wanted.shop_id is not None:
        found = found.filter(shop_id=wanted.shop_id)
    if wanted.category_id is not None:
        found = found.filter(category_id=wanted.category_id)
    if wanted.place_id is not None:
        found = found.filter(shop__place__path__contains=[wanted.place_id])
    if wanted.cheapest is not None:
        found = found.filter(from_paisa__gte=wanted.cheapest)
    if wanted.dearest is not None:
        found = found.filter(from_paisa__lte=wanted.dearest)
    if wanted.in_stock:
        there_now = Stock.filter(variant__retired_at=None, on_hand__gt=F("reserved"))
        found = found.filter(id__in=Subquery(there_now.values("variant__product_id")))
    return found


def open_shops(place_id: int | None) -> QuerySet[Shop]:
    """Return the shops that everybody may see, in a place and all below it, or anywhere."""
    found = Shop.filter(state__in=SHOWN, owner__state=AccountState.ACTIVE)
    return found if place_id is None else found.filter(place__path__contains=[place_id])


async def visible_shops(viewer_id: int | None, shop_ids: Sequence[int]) -> list[Shop | None]:
    """Return the shops that the viewer may see, in the order of the ids; None for others."""
    rows = await Shop.filter(id__in=list(set(shop_ids))).prefetch_related("place", "owner")
    found = {one.id: one for one in rows}
    areas = await account_queries.areas_of(viewer_id)

    def may_see(one: Shop) -> bool:
        if one.owner_id == viewer_id:
            return True
        if one.state in SHOWN and one.owner.state is AccountState.ACTIVE:
            return True
        return areas is None or not set(areas).isdisjoint(one.place.path)

    return [one if (one := found.get(pk)) and may_see(one) else None for pk in shop_ids]


async def visible_shop(viewer_id: int | None, shop_id: int) -> Shop:
    """Return a shop that the viewer may see.

    Raises:
        NotFound: There is none, or it is none of the viewer's business.
    """
    [shop] = await visible_shops(viewer_id, [shop_id])
    if shop is None:
        raise NotFound
    return shop


async def shop_at(viewer_id: int | None, *, slug: str | None, host: str | None) -> Shop:
    """Return the shop of an address that the viewer may see, by its slug or its own host name.

    Raises:
        NotFound: There is none, or it is none of the viewer's business.
    """
    named = Shop.filter(slug=slug.lower()) if slug else Shop.filter(host=(host or "").lower())
    found = await named.first()
    if found is None:
        raise NotFound
    return await visible_shop(viewer_id, found.id)


async def shops_by_id(shop_ids: Sequence[int]) -> list[Shop | None]:
    """Return the shops that orders name, for those who may see these."""
    found = await Shop.in_bulk(list(set(shop_ids)), "id")
    return [found.get(shop_id) for shop_id in shop_ids]


async def visible_products(
    viewer_id: int | None, product_ids: Sequence[int]
) -> list[Product | None]:
    """Return the products that the viewer may see, in the order of the ids; None for others."""
    rows = await Product.filter(id__in=list(set(product_ids)))
    found = {one.id: one for one in rows}
    shop_ids = sorted({one.shop_id for one in rows})
    shops = dict(zip(shop_ids, await visible_shops(viewer_id, shop_ids), strict=True))

    def may_see(one: Product) -> bool:
        shop = shops[one.shop_id]
        if shop is None:
            return False
        return one.state is ProductState.ACTIVE or shop.owner_id == viewer_id

    return [one if (one := found.get(pk)) and may_see(one) else None for pk in product_ids]


async def visible_product(viewer_id: int | None, product_id: int) -> Product:
    """Return a product that the viewer may see.

    Raises:
        NotFound: There is none, or it is none of the viewer's business.
    """
    [product] = await visible_products(viewer_id, [product_id])
    if product is None:
        raise NotFound
    return product


async def shop_of(owner_id: int) -> Shop | None:
    """Return a person's newest shop, or None if there never was one."""
    return await Shop.filter(owner_id=owner_id).order_by("-id").first()


def own_products(owner_id: int) -> QuerySet[Product]:
    """Return all products of a person's shop, but the retired."""
    return Product.filter(shop__owner_id=owner_id).exclude(state=ProductState.RETIRED)


async def waiting(officer_id: int, states: Sequence[ShopState]) -> QuerySet[Shop]:
    """Return the shops of an officer's areas in some states, but his own."""
    found = Shop.filter(state__in=list(states)).exclude(owner_id=officer_id)
    areas = await account_queries.areas_of(officer_id)
    return found if areas is None else found.filter(place__path__overlap=areas)


async def parts(viewer_id: int | None, shop_ids: Sequence[int]) -> list[tuple[Actor, ...]]:
    """Return in which parts the viewer meets each shop; none: as a stranger."""
    rows = await Shop.filter(id__in=list(set(shop_ids))).prefetch_related("place")
    found = {one.id: one for one in rows}
    areas = await account_queries.areas_of(viewer_id)

    def part(one: Shop) -> tuple[Actor, ...]:
        if one.owner_id == viewer_id:
            return (Actor.OWNER,)
        officer = areas is None or not set(areas).isdisjoint(one.place.path)
        return (Actor.OFFICER, Actor.TWO_OFFICERS) if officer else ()

    return [part(found[one]) if one in found else () for one in shop_ids]


def shop_commands(shop: Shop, parts: Sequence[Actor]) -> list[ShopCommand]:
    """Return what may be done with a shop's standing now by whoever has these parts."""
    return [ShopCommand(command) for command in allowed(SHOP, shop.state, *parts)]


def product_commands(product: Product, parts: Sequence[Actor]) -> list[ProductCommand]:
    """Return what may be done with a product now by whoever has these parts in its shop."""
    return [ProductCommand(command) for command in allowed(PRODUCT, product.state, *parts)]


async def categories() -> list[Category]:
    """Return all kinds of products, in their order."""
    return await Category.all().order_by("position", "id")


async def categories_by_id(category_ids: Sequence[int]) -> list[Category]:
    """Return the kinds of products with these ids."""
    found = await Category.in_bulk(list(set(category_ids)), "id")
    return [found[one] for one in category_ids]


async def variants_of(product_ids: Sequence[int]) -> list[list[Variant]]:
    """Return the variants in which each product is offered, in their order."""
    found: dict[int, list[Variant]] = {one: [] for one in product_ids}
    rows = Variant.filter(product_id__in=list(found), retired_at=None)
    for row in await rows.order_by("position", "id"):
        found[row.product_id].append(row)
    return [found[one] for one in product_ids]


async def prices_now(variant_ids: Sequence[int]) -> list[Paisa | None]:
    """Return what each variant costs now; None for one without a price."""
    rows = await Price.filter(variant_id__in=list(set(variant_ids)), valid_to=None)
    found = {row.variant_id: Paisa(row.amount_paisa) for row in rows}
    return [found.get(one) for one in variant_ids]


async def price_history(variant_ids: Sequence[int]) -> list[list[Price]]:
    """Return what each variant cost, the newest first, at most fifty each."""
    found: dict[int, list[Price]] = {one: [] for one in variant_ids}
    newest = await _newest(_NEWEST_PRICES, variant_ids, MOST_PRICES)
    for row in await Price.filter(id__in=newest).order_by("-valid_from", "-id"):
        found[row.variant_id].append(row)
    return [found[one] for one in variant_ids]


async def stocks_of(variant_ids: Sequence[int]) -> list[list[Stock]]:
    """Return what of each variant lies where."""
    found: dict[int, list[Stock]] = {one: [] for one in variant_ids}
    for row in await Stock.filter(variant_id__in=list(found)).order_by("id"):
        found[row.variant_id].append(row)
    return [found[one] for one in variant_ids]


async def own_variants(viewer_id: int | None, variant_ids: Sequence[int]) -> list[bool]:
    """Say of each variant whether the viewer's own shop sells it."""
    rows = await Variant.filter(
        id__in=list(set(variant_ids)), product__shop__owner_id=viewer_id or 0
    ).values_list("id", flat=True)
    own = {int(str(row)) for row in rows}
    return [one in own for one in variant_ids]


async def movements_of(stock_ids: Sequence[int]) -> list[list[Movement]]:
    """Return the newest movements of each stock, at most fifty each."""
    found: dict[int, list[Movement]] = {one: [] for one in stock_ids}
    newest = await _newest(_NEWEST_MOVEMENTS, stock_ids, MOST_MOVEMENTS)
    for row in await Movement.filter(id__in=newest).order_by("-id"):
        found[row.stock_id].append(row)
    return [found[one] for one in stock_ids]


async def _newest(select: str, ids: Sequence[int], most: int) -> list[int]:
    rows = await get_connection("default").execute_query_dict(select, [list(set(ids)), most])
    return [row["id"] for row in rows]


_NEWEST_PRICES = """
SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY variant_id ORDER BY valid_from DESC, id DESC) AS nth
    FROM shops_price WHERE variant_id = ANY($1)
) AS p WHERE nth <= $2
"""
_NEWEST_MOVEMENTS = """
SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY stock_id ORDER BY id DESC) AS nth
    FROM shops_movement WHERE stock_id = ANY($1)
) AS m WHERE nth <= $2
"""
