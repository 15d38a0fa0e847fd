"""Products, the forms in which they are offered, what those cost, and how many are there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.places import queries as place_queries
from hmk_graph.shops import models as tables
from hmk_graph.shops import picturing, queries
from hmk_graph.shops.machines import Actor
from schema import ids
from schema.context import Info
from schema.loaders import loader
from schema.media import Media, hung
from schema.places import Place
from schema.shops.choices import MovementKind, ProductCommand, ProductState

if TYPE_CHECKING:
    from schema.shops.shops import Shop


@strawberry.type(description="A kind of product.")
class ProductCategory:
    row: strawberry.Private[tables.Category]

    @strawberry.field(description="The category's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("ProductCategory", self.row.id)

    @strawberry.field(description="Its word in addresses.")
    def slug(self) -> str:
        return self.row.slug

    @strawberry.field(description="Its name in Bengali.")
    def name_bn(self) -> str:
        return self.row.name_bn

    @strawberry.field(description="Its name in English.")
    def name_en(self) -> str:
        return self.row.name_en


@strawberry.type(description="What a variant cost for a time.")
class VariantPrice:
    price: Paisa = strawberry.field(description="How much.")
    valid_from: datetime = strawberry.field(description="From when.")
    valid_to: datetime | None = strawberry.field(description="Until when; null: it still holds.")


@strawberry.type(description="Goods that came or went.")
class StockMovement:
    kind: MovementKind = strawberry.field(description="Why.")
    delta: int = strawberry.field(description="How many more, or (below zero) fewer.")
    note: str = strawberry.field(description="What was noted with it.")
    at: datetime = strawberry.field(description="When.")


@strawberry.type(description="How many of a variant lie at a place. For the shop's owner alone.")
class Stock:
    row: strawberry.Private[tables.Stock]

    @strawberry.field(description="Where.")
    async def place(self) -> Place:
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        assert row is not None, "a foreign key holds it"
        return Place(row=row)

    @strawberry.field(description="How many are there.")
    def on_hand(self) -> int:
        return self.row.on_hand

    @strawberry.field(description="How many of them are promised to buyers.")
    def reserved(self) -> int:
        return self.row.reserved

    @strawberry.field(description="Grows with each change; hand it back with what you counted.")
    def version(self) -> int:
        return self.row.version

    @strawberry.field(description="What came and went, the newest first; at most fifty.")
    async def movements(self) -> list[StockMovement]:
        return [
            StockMovement(kind=row.kind, delta=row.delta, note=row.note, at=row.at)
            for row in await loader(queries.movements_of).load(self.row.id)
        ]


@strawberry.type(description="One form in which a product is offered.")
class Variant:
    row: strawberry.Private[tables.Variant]

    @strawberry.field(description="The variant's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Variant", self.row.id)

    @strawberry.field(description="Its value for each of the product's options, in their order.")
    def choices(self) -> list[str]:
        return list(self.row.choices)

    @strawberry.field(description="What one unit costs now; null if it has no price.")
    async def price(self) -> Paisa | None:
        return await loader(queries.prices_now).load(self.row.id)

    @strawberry.field(description="What it cost, the newest first; at most fifty.")
    async def price_history(self) -> list[VariantPrice]:
        return [
            VariantPrice(
                price=Paisa(row.amount_paisa), valid_from=row.valid_from, valid_to=row.valid_to
            )
            for row in await loader(queries.price_history).load(self.row.id)
        ]

    @strawberry.field(description="How many can be ordered now, all places together.")
    async def available(self) -> int:
        rows = await loader(queries.stocks_of).load(self.row.id)
        return sum(row.on_hand - row.reserved for row in rows)

    @strawberry.field(description="How many lie where; to the shop's owner alone.")
    async def stocks(self, info: Info) -> list[Stock]:
        viewer_id = info.context.viewer_id
        if not await loader(queries.own_variants, viewer_id).load(self.row.id):
            return []
        return [Stock(row=row) for row in await loader(queries.stocks_of).load(self.row.id)]


@strawberry.type(description="Something that a shop sells.")
class Product:
    row: strawberry.Private[tables.Product]

    @strawberry.field(description="The product's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Product", self.row.id)

    @strawberry.field(description="Its name in Bengali.")
    def name_bn(self) -> str:
        return self.row.name_bn

    @strawberry.field(description="Its name in English; may be empty.")
    def name_en(self) -> str:
        return self.row.name_en

    @strawberry.field(description="What is said of it.")
    def description(self) -> str:
        return self.row.description

    @strawberry.field(description="In which unit it is sold, such as piece, kg or dozen.")
    def unit(self) -> str:
        return self.row.unit

    @strawberry.field(description="What its variants differ in, at most three.")
    def options(self) -> list[str]:
        return list(self.row.options)

    @strawberry.field(description="Whether it is offered.")
    def state(self) -> ProductState:
        return self.row.state

    @strawberry.field(description="Grows with each change.")
    def version(self) -> int:
        return self.row.version

    @strawberry.field(description="The lowest price of its variants; null if none has one.")
    def from_price(self) -> Paisa | None:
        return None if self.row.from_paisa is None else Paisa(self.row.from_paisa)

    @strawberry.field(description="When it was changed last.")
    def changed_at(self) -> datetime:
        return self.row.changed_at

    @strawberry.field(description="What kind of product it is.")
    async def category(self) -> ProductCategory:
        row = await loader(queries.categories_by_id).load(self.row.category_id)
        return ProductCategory(row=row)

    @strawberry.field(description="Who sells it.")
    async def shop(self) -> Annotated[Shop, strawberry.lazy("schema.shops.shops")]:
        from schema.shops.shops import Shop as Shown

        row = await loader(queries.shops_by_id).load(self.row.shop_id)
        assert row is not None, "a foreign key holds it"
        return Shown(row=row)

    @strawberry.field(description="The forms in which it is offered, a hundred at most.")
    async def variants(self) -> list[Variant]:
        return [Variant(row=row) for row in await loader(queries.variants_of).load(self.row.id)]

    @strawberry.field(description="Photos and videos, the foremost first.")
    async def media(self) -> list[Media]:
        return await hung(picturing.PHOTOS, self.row.id)

    @strawberry.field(description="What the viewer may do with it now.")
    async def allowed_transitions(self, info: Info) -> list[ProductCommand]:
        parts = await loader(queries.parts, info.context.viewer_id).load(self.row.shop_id)
        return queries.product_commands(self.row, [one for one in parts if one is Actor.OWNER])
