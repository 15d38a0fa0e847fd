"""Shops and what they sell, as everybody sees them and as their owners do."""

from __future__ import annotations

from datetime import datetime

import strawberry

from hmk_graph.accounts import seconding
from hmk_graph.money import Paisa
from hmk_graph.places import queries as place_queries
from hmk_graph.shops import bazar_queries, picturing, queries, shop_keeping
from hmk_graph.shops import models as tables
from hmk_graph.shops.machines import Actor
from schema import ids
from schema.accounts.choices import ForcedActKind
from schema.context import Info
from schema.loaders import loader, moment
from schema.media import Media, hung
from schema.pages import Connection, keyset_page
from schema.places import Place
from schema.scalars import Cursor
from schema.seconding import ForcedAct
from schema.services.offers import WorkingDay, WorkingSpan
from schema.shops.choices import ProductCommand, ProductState, ShopCommand, ShopState
from schema.shops.variants import ProductCategory, Variant


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
    async def shop(self) -> Shop:
        row = await loader(queries.shops_by_id).load(self.row.shop_id)
        assert row is not None, "a foreign key holds it"
        return Shop(row=row)

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


@strawberry.type(description="An entrepreneur's shop, at no cost.")
class Shop:
    row: strawberry.Private[tables.Shop]

    @strawberry.field(description="The shop's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Shop", self.row.id)

    @strawberry.field(description="Its word in addresses: /shop/<slug>.")
    def slug(self) -> str:
        return self.row.slug

    @strawberry.field(description="Its own name on the network, if it has one.")
    def host(self) -> str | None:
        return self.row.host

    @strawberry.field(description="Its name in Bengali.")
    def name_bn(self) -> str:
        return self.row.name_bn

    @strawberry.field(description="Its name in English; may be empty.")
    def name_en(self) -> str:
        return self.row.name_en

    @strawberry.field(description="What it says of itself.")
    def about(self) -> str:
        return self.row.about

    @strawberry.field(description="The number to call; a shop's is public.")
    def phone(self) -> str:
        return self.row.phone

    @strawberry.field(description="How far it has come.")
    def state(self) -> ShopState:
        return self.row.state

    @strawberry.field(description="Grows with each change.")
    def version(self) -> int:
        return self.row.version

    @strawberry.field(description="Where it is.")
    async def place(self) -> Place:
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        assert row is not None, "a foreign key holds it"
        return Place(row=row)

    @strawberry.field(description="Village, road or market.")
    def address(self) -> str:
        return self.row.address

    @strawberry.field(description="Its main color, as #rrggbb.")
    def primary_color(self) -> str:
        return self.row.primary_color

    @strawberry.field(description="Its second color, as #rrggbb.")
    def accent_color(self) -> str:
        return self.row.accent_color

    @strawberry.field(description="Its logo, if it has one.")
    async def logo(self) -> Media | None:
        found = await hung(picturing.LOGO, self.row.id)
        return found[0] if found else None

    @strawberry.field(description="The picture at its head, if it has one.")
    async def cover(self) -> Media | None:
        found = await hung(picturing.COVER, self.row.id)
        return found[0] if found else None

    @strawberry.field(description="When it is open, from Monday; no days: at all times.")
    def hours(self) -> list[WorkingDay]:
        return [
            WorkingDay(
                weekday=weekday,
                spans=[WorkingSpan(opens=opens, closes=closes) for opens, closes in spans],
            )
            for weekday, spans in enumerate(self.row.hours)
        ]

    @strawberry.field(description="From when it is on holiday, if it is.")
    def closed_from(self) -> datetime | None:
        return self.row.closed_from

    @strawberry.field(description="Until when it is on holiday, if it is.")
    def closed_to(self) -> datetime | None:
        return self.row.closed_to

    @strawberry.field(description="Whether it takes orders now.")
    async def takes_orders(self, info: Info) -> bool:
        return shop_keeping.takes_orders(self.row, await moment(info.context.clock))

    @strawberry.field(description="Whether it is open now: it takes orders, and is in its hours.")
    async def open_now(self, info: Info) -> bool:
        return shop_keeping.is_open(self.row, await moment(info.context.clock))

    @strawberry.field(description="Whether it brings goods to the buyer.")
    def delivers(self) -> bool:
        return self.row.delivers

    @strawberry.field(description="What bringing them costs.")
    def delivery_fee(self) -> Paisa:
        return Paisa(self.row.delivery_paisa)

    @strawberry.field(description="Whether one may fetch goods there.")
    def pickup(self) -> bool:
        return self.row.pickup

    @strawberry.field(description="Whether one may pay in cash when the goods come.")
    def takes_cash(self) -> bool:
        return self.row.takes_cash

    @strawberry.field(description="What it has on sale, the newest first.")
    async def products(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Product]:
        wanted = queries.Wanted(shop_id=self.row.id)
        found = queries.on_sale(wanted, at=await moment(info.context.clock))
        return await keyset_page(
            found, lambda row: Product(row=row), order=("-id",), first=first, after=after
        )

    @strawberry.field(description="The newest that it has on sale, three at most.")
    async def newest_products(self, info: Info) -> list[Product]:
        now = await moment(info.context.clock)
        rows = await loader(bazar_queries.newest_goods, now).load(self.row.id)
        return [Product(row=row) for row in rows]

    @strawberry.field(description="Whether it is the viewer's own.")
    def mine(self, info: Info) -> bool:
        return self.row.owner_id == info.context.viewer_id

    @strawberry.field(description="Why officers decided as they did; to its owner and them alone.")
    async def reason(self, info: Info) -> str | None:
        inside = await loader(queries.parts, info.context.viewer_id).load(self.row.id)
        return self.row.reason if inside else None

    @strawberry.field(description="Until when officers mean to decide; to its owner and them.")
    async def decision_due_at(self, info: Info) -> datetime | None:
        inside = await loader(queries.parts, info.context.viewer_id).load(self.row.id)
        return self.row.due_at if inside else None

    @strawberry.field(description="What the viewer may do with its standing now.")
    async def allowed_transitions(self, info: Info) -> list[ShopCommand]:
        parts = await loader(queries.parts, info.context.viewer_id).load(self.row.id)
        return queries.shop_commands(self.row, parts)

    @strawberry.field(description="Its end for good, while that waits for a second officer.")
    async def ending_asked(self, info: Info) -> ForcedAct | None:
        asked = loader(seconding.asked_for, info.context.viewer_id, ForcedActKind.END_SHOP)
        row = await asked.load(self.row.id)
        return ForcedAct(row=row) if row else None
