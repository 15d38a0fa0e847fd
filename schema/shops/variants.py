"""The forms in which products are offered, what those cost, and how many are there."""

from __future__ import annotations

from datetime import datetime

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.places import queries as place_queries
from hmk_graph.shops import models as tables
from hmk_graph.shops import queries
from schema import ids
from schema.context import Info
from schema.loaders import loader
from schema.places import Place
from schema.shops.choices import MovementKind


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
