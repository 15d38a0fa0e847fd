"""Finds shops and products, and what waits for officers."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.money import Paisa
from hmk_graph.shops import bazar_queries, queries
from schema import ids
from schema.context import Info
from schema.loaders import moment
from schema.pages import Connection, keyset_page
from schema.places import row_id
from schema.scalars import Cursor
from schema.shops.choices import ShopState
from schema.shops.shops import Product, Shop
from schema.shops.variants import ProductCategory

# An id that is none: no row has this number.
NOBODY = 0


@strawberry.input(description="What somebody looks for. What is left out does not matter.")
class ProductFilter:
    shop_id: strawberry.ID | None = strawberry.field(default=None, description="Of this shop.")
    category_id: strawberry.ID | None = strawberry.field(
        default=None, description="This kind of product."
    )
    within: strawberry.ID | None = strawberry.field(
        default=None, description="From shops in this place and all below it."
    )
    min_price: Paisa | None = strawberry.field(default=None, description="From that on.")
    max_price: Paisa | None = strawberry.field(default=None, description="At most that.")
    in_stock: bool = strawberry.field(default=False, description="Only what is there now.")

    def read(self) -> queries.Wanted:
        """Return it as the domain knows it."""
        return queries.Wanted(
            shop_id=_known(self.shop_id, "Shop"),
            category_id=_known(self.category_id, "ProductCategory"),
            place_id=None if self.within is None else row_id(self.within),
            cheapest=self.min_price,
            dearest=self.max_price,
            in_stock=self.in_stock,
        )


@strawberry.input(description="Which shops somebody looks for. What is left out does not matter.")
class ShopFilter:
    outside: strawberry.ID | None = strawberry.field(
        default=None, description="Not in this place, nor in any below it."
    )
    category_id: strawberry.ID | None = strawberry.field(
        default=None, description="Those that offer this kind of product."
    )
    open_now: bool = strawberry.field(default=False, description="Only those that are open now.")

    async def read(self, info: Info, place_id: int | None) -> bazar_queries.Sought:
        """Return it as the domain knows it, in a place."""
        return bazar_queries.Sought(
            place_id=place_id,
            outside_id=None if self.outside is None else row_id(self.outside),
            category_id=_known(self.category_id, "ProductCategory"),
            open_at=await moment(info.context.clock) if self.open_now else None,
        )


def _known(text: strawberry.ID | None, kind: str) -> int | None:
    if text is None:
        return None
    try:
        return ids.decode(text, kind)
    except errors.NotFound:
        return NOBODY


@strawberry.type
class ShopQuery:
    @strawberry.field(
        description="A shop by its id, slug or own host; null if there is none to be seen."
    )
    async def shop(
        self,
        info: Info,
        id: strawberry.ID | None = None,
        slug: str | None = None,
        host: str | None = None,
    ) -> Shop | None:
        viewer_id = info.context.viewer_id
        try:
            if id is not None:
                pk = ids.decode(id, "Shop")
                return Shop(row=await queries.visible_shop(viewer_id, pk))
            return Shop(row=await queries.shop_at(viewer_id, slug=slug, host=host))
        except errors.NotFound:
            return None

    @strawberry.field(description="The shops that everybody may see, the newest first.")
    async def shops(
        self,
        info: Info,
        within: strawberry.ID | None = None,
        filter: Annotated[ShopFilter | None, strawberry.argument(description="Only such.")] = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Shop]:
        place_id = None if within is None else row_id(within)
        sought = bazar_queries.Sought(place_id=place_id)
        if filter is not None:
            sought = await filter.read(info, place_id)
        return await keyset_page(
            bazar_queries.in_bazar(sought),
            lambda row: Shop(row=row),
            order=("-id",),
            first=first,
            after=after,
        )

    @strawberry.field(description="One product; null if there is none that the viewer may see.")
    async def product(self, info: Info, id: strawberry.ID) -> Product | None:
        try:
            pk = ids.decode(id, "Product")
            return Product(row=await queries.visible_product(info.context.viewer_id, pk))
        except errors.NotFound:
            return None

    @strawberry.field(description="Products that can be ordered now, the cheapest first.")
    async def products(
        self,
        info: Info,
        filter: Annotated[
            ProductFilter | None, strawberry.argument(description="Only such.")
        ] = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Product]:
        wanted = filter.read() if filter else queries.Wanted()
        found = queries.on_sale(wanted, at=await moment(info.context.clock))
        return await keyset_page(
            found,
            lambda row: Product(row=row),
            order=("from_paisa", "id"),
            first=first,
            after=after,
        )

    @strawberry.field(description="All kinds of products, in their order.")
    async def product_categories(self) -> list[ProductCategory]:
        return [ProductCategory(row=row) for row in await queries.categories()]

    @strawberry.field(description="The viewer's shop; null if he never had one.")
    async def my_shop(self, info: Info) -> Shop | None:
        row = await queries.shop_of(info.context.require_viewer())
        return Shop(row=row) if row else None

    @strawberry.field(description="All that the viewer's shop has, the newest first.")
    async def my_products(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Product]:
        found = queries.own_products(info.context.require_viewer())
        return await keyset_page(
            found, lambda row: Product(row=row), order=("-id",), first=first, after=after
        )

    @strawberry.field(
        description="Shops of the officer's areas, longest waiting first. Others see none."
    )
    async def shops_waiting(
        self,
        info: Info,
        are: list[ShopState] | None = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Shop]:
        rows = await queries.waiting(info.context.require_viewer(), are or [ShopState.SUBMITTED])
        return await keyset_page(
            rows,
            lambda row: Shop(row=row),
            order=("submitted_at", "id"),
            first=first,
            after=after,
        )
