"""Orders, their lines and parcels, as their two sides see them."""

from __future__ import annotations

from datetime import datetime

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.orders import carrying, order_keeping, queries, rules
from hmk_graph.orders import models as tables
from hmk_graph.orders.machines import OVER, Actor
from hmk_graph.places import queries as place_queries
from hmk_graph.shops import queries as shop_queries
from schema import ids
from schema.loaders import loader
from schema.orders.carrying import ParcelTrip
from schema.orders.choices import (
    Carrier,
    FailReason,
    FulfilmentCommand,
    FulfilmentState,
    OrderCommand,
    OrderState,
    PayMethod,
    Remedy,
    ReturnCommand,
    ReturnState,
    Way,
)
from schema.places import Place
from schema.shops.shops import Shop

SIDES = (Actor.BUYER, Actor.SHOP)


@strawberry.type(description="So many of one thing, as it was called and priced when ordered.")
class OrderLine:
    row: strawberry.Private[tables.Line]

    @strawberry.field(description="The line's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("OrderLine", self.row.id)

    @strawberry.field(description="The product's name in Bengali.")
    def name_bn(self) -> str:
        return self.row.name_bn

    @strawberry.field(description="The product's name in English; may be empty.")
    def name_en(self) -> str:
        return self.row.name_en

    @strawberry.field(description="The variant's values of the product's options.")
    def choices(self) -> list[str]:
        return list(self.row.choices)

    @strawberry.field(description="In which unit it was sold.")
    def unit(self) -> str:
        return self.row.unit

    @strawberry.field(description="What one unit cost.")
    def price(self) -> Paisa:
        return Paisa(self.row.price_paisa)

    @strawberry.field(description="How many were ordered.")
    def quantity(self) -> int:
        return self.row.quantity

    @strawberry.field(description="How many are packed or gone.")
    def shipped(self) -> int:
        return self.row.shipped

    @strawberry.field(description="How many the buyer got.")
    def delivered(self) -> int:
        return self.row.delivered

    @strawberry.field(description="How many came or come back.")
    def returned(self) -> int:
        return self.row.returned


@strawberry.type(description="So many of a line in a parcel.")
class ParcelLine:
    row: strawberry.Private[tables.FulfilmentLine]

    @strawberry.field(description="Which line.")
    def line_id(self) -> strawberry.ID:
        return ids.encode("OrderLine", self.row.line_id)

    @strawberry.field(description="How many.")
    def quantity(self) -> int:
        return self.row.quantity


@strawberry.type(description="Goods of an order that go together.")
class Parcel:
    row: strawberry.Private[tables.Fulfilment]
    order: strawberry.Private[tables.Order]
    part: strawberry.Private[Actor]

    @strawberry.field(description="The parcel's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Parcel", self.row.id)

    @strawberry.field(description="How it stands.")
    def state(self) -> FulfilmentState:
        return self.row.state

    @strawberry.field(description="Who carries it; null while it waits in the shop.")
    def carrier(self) -> Carrier | None:
        return self.row.carrier

    @strawberry.field(description="The courier's name, if the shop gave one.")
    def courier_name(self) -> str:
        return self.row.courier_name

    @strawberry.field(description="What is due for it in cash; zero if it was paid beforehand.")
    def cash_amount(self) -> Paisa:
        return Paisa(self.row.share_paisa)

    @strawberry.field(description="Why it was not handed over, if it was not.")
    def fail_reason(self) -> FailReason | None:
        return self.row.fail_reason

    @strawberry.field(description="When it was packed.")
    def packed_at(self) -> datetime:
        return self.row.packed_at

    @strawberry.field(description="When it left.")
    def sent_at(self) -> datetime | None:
        return self.row.sent_at

    @strawberry.field(description="When its trip told that it had arrived.")
    def arrived_at(self) -> datetime | None:
        return self.row.arrived_at

    @strawberry.field(description="When it was handed over, or was not.")
    def ended_at(self) -> datetime | None:
        return self.row.ended_at

    @strawberry.field(description="What is in it.")
    async def lines(self) -> list[ParcelLine]:
        return [ParcelLine(row=row) for row in await loader(queries.in_parcels).load(self.row.id)]

    @strawberry.field(
        description="The trip that is on its way with it, to the order's two sides; else null."
    )
    async def trip(self) -> ParcelTrip | None:
        if self.part not in SIDES or self.row.state is not FulfilmentState.OUT:
            return None
        row = await loader(carrying.bringing).load(self.row.id)
        return None if row is None else ParcelTrip(row=row)

    @strawberry.field(description="What the viewer may do with it now.")
    def allowed_transitions(self) -> list[FulfilmentCommand]:
        return queries.parcel_commands(self.row, self.order, self.part)


@strawberry.type(description="So many of a line that come back, and in which condition they came.")
class ReturnLine:
    row: strawberry.Private[tables.ReturnLine]

    @strawberry.field(description="Which line.")
    def line_id(self) -> strawberry.ID:
        return ids.encode("OrderLine", self.row.line_id)

    @strawberry.field(description="How many were to come.")
    def quantity(self) -> int:
        return self.row.quantity

    @strawberry.field(description="How many came sound.")
    def sound(self) -> int:
        return self.row.sound

    @strawberry.field(description="How many came damaged.")
    def damaged(self) -> int:
        return self.row.damaged

    @strawberry.field(description="How many did not come.")
    def missing(self) -> int:
        return self.row.missing


@strawberry.type(description="Goods that come back, and what the buyer gets for them.")
class OrderReturn:
    row: strawberry.Private[tables.Return]
    part: strawberry.Private[Actor]

    @strawberry.field(description="The return's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("OrderReturn", self.row.id)

    @strawberry.field(description="How it stands.")
    def state(self) -> ReturnState:
        return self.row.state

    @strawberry.field(description="What the buyer wants for them.")
    def remedy(self) -> Remedy:
        return self.row.remedy

    @strawberry.field(description="Why they come back.")
    def reason(self) -> str:
        return self.row.reason

    @strawberry.field(description="What the shop answered.")
    def answer(self) -> str:
        return self.row.answer

    @strawberry.field(description="What goes back for them.")
    def refund_amount(self) -> Paisa:
        return Paisa(self.row.refund_paisa)

    @strawberry.field(description="The order that replaces them, if one does.")
    def replacement_id(self) -> strawberry.ID | None:
        replacing = self.row.replacement_id
        return None if replacing is None else ids.encode("Order", replacing)

    @strawberry.field(description="When the buyer asked.")
    def asked_at(self) -> datetime:
        return self.row.asked_at

    @strawberry.field(description="Until when the goods have to be on their way.")
    def expires_at(self) -> datetime:
        return self.row.expires_at

    @strawberry.field(description="What comes back.")
    async def lines(self) -> list[ReturnLine]:
        return [ReturnLine(row=row) for row in await loader(queries.in_returns).load(self.row.id)]

    @strawberry.field(description="What the viewer may do with it now.")
    def allowed_transitions(self) -> list[ReturnCommand]:
        return queries.return_commands(self.row, self.part)


@strawberry.type(description="What was ordered at one shop, for its two sides and its officers.")
class Order:
    row: strawberry.Private[tables.Order]
    seen_as: strawberry.Private[Actor]

    @strawberry.field(description="The order's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Order", self.row.id)

    @strawberry.field(description="How it stands.")
    def state(self) -> OrderState:
        return self.row.state

    @strawberry.field(description="Grows with each change.")
    def version(self) -> int:
        return self.row.version

    @strawberry.field(description="BUYER, SHOP or OFFICER: as what the viewer sees it.")
    def part(self) -> str:
        return self.seen_as

    @strawberry.field(description="At which shop.")
    async def shop(self) -> Shop:
        row = await loader(shop_queries.shops_by_id).load(self.row.shop_id)
        assert row is not None, "a foreign key holds it"
        return Shop(row=row)

    @strawberry.field(description="How the goods come to the buyer.")
    def way(self) -> Way:
        return self.row.way

    @strawberry.field(description="What the goods cost.")
    def items_price(self) -> Paisa:
        return Paisa(self.row.items_paisa)

    @strawberry.field(description="What the way costs.")
    def delivery_fee(self) -> Paisa:
        return Paisa(self.row.delivery_paisa)

    @strawberry.field(description="Both together; it stays as it was when it was ordered.")
    def total_price(self) -> Paisa:
        return Paisa(self.row.total_paisa)

    @strawberry.field(description="How much of what was paid went back, or is on its way.")
    def refunded_amount(self) -> Paisa:
        return Paisa(self.row.refunded_paisa)

    @strawberry.field(
        description=(
            "Cash of it that the shop has still to put into the buyer's hand (`handBackCash`); 0: "
            "none. To its two sides."
        )
    )
    async def cash_to_hand_back(self) -> Paisa | None:
        if self.seen_as not in SIDES:
            return None
        return await loader(queries.cash_to_hand_back).load(self.row.id)

    @strawberry.field(
        description="Six digits by which goods are handed over. To the buyer alone, while needed."
    )
    def code(self) -> str | None:
        needed = self.row.state not in OVER and self.row.state is not OrderState.DELIVERED
        return self.row.code if needed and self.seen_as is Actor.BUYER else None

    @strawberry.field(description="Why it came to its last step, if somebody said so.")
    def reason(self) -> str:
        return self.row.reason

    @strawberry.field(description="When the shop got it.")
    def placed_at(self) -> datetime | None:
        return self.row.placed_at

    @strawberry.field(description="When it moves by itself: it ends unanswered, or closes.")
    def due_at(self) -> datetime | None:
        return self.row.due_at

    @strawberry.field(description="The order for whose returned goods it is, if it is for any.")
    def replaces_id(self) -> strawberry.ID | None:
        replaced = self.row.replaces_id
        return None if replaced is None else ids.encode("Order", replaced)

    async def _group(self) -> tables.Group:
        return await loader(queries.groups_by_id).load(self.row.group_id)

    @strawberry.field(description="How it is paid.")
    async def method(self) -> PayMethod:
        return (await self._group()).method

    @strawberry.field(description="NONE, PARTIAL, FULL or OVER, from what was paid in.")
    async def payment_status(self) -> str:
        return await loader(queries.payment_statuses).load(self.row.id)

    @strawberry.field(description="NONE, PARTIAL, SHIPPED or DELIVERED, from its lines.")
    async def fulfilment_status(self) -> str:
        rows = await loader(queries.lines_in).load(self.row.id)
        return rules.fulfilment_status(order_keeping.counted(rows))

    @strawberry.field(description="Whom it is for; to its two sides.")
    async def contact_name(self) -> str | None:
        return (await self._group()).contact_name if self.seen_as in SIDES else None

    @strawberry.field(description="The number of whom it is for; to its two sides.")
    async def contact_phone(self) -> str | None:
        return (await self._group()).contact_phone if self.seen_as in SIDES else None

    @strawberry.field(description="The union or municipality it goes to.")
    async def place(self) -> Place:
        row = await loader(place_queries.by_ids).load((await self._group()).place_id)
        assert row is not None, "a foreign key holds it"
        return Place(row=row)

    @strawberry.field(description="House, road, how to find it; to its two sides.")
    async def address(self) -> str | None:
        return (await self._group()).address if self.seen_as in SIDES else None

    @strawberry.field(description="What the buyer adds; to its two sides.")
    async def note(self) -> str | None:
        return (await self._group()).note if self.seen_as in SIDES else None

    @strawberry.field(description="What was ordered, fifty lines at most.")
    async def lines(self) -> list[OrderLine]:
        return [OrderLine(row=row) for row in await loader(queries.lines_in).load(self.row.id)]

    @strawberry.field(description="Its parcels, in the order in which they were packed.")
    async def parcels(self) -> list[Parcel]:
        rows = await loader(queries.parcels_in).load(self.row.id)
        return [Parcel(row=row, order=self.row, part=self.seen_as) for row in rows]

    @strawberry.field(description="What came or comes back of it.")
    async def returns(self) -> list[OrderReturn]:
        rows = await loader(queries.returns_in).load(self.row.id)
        return [OrderReturn(row=row, part=self.seen_as) for row in rows]

    @strawberry.field(description="What the viewer may do with it now.")
    def allowed_transitions(self) -> list[OrderCommand]:
        return queries.order_commands(self.row, self.seen_as)
