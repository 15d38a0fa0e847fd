"""An order, live, for its two sides: first its state or what was missed, then each event once."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.event_log import Head
from hmk_graph.money import Paisa
from hmk_graph.orders import models as tables
from hmk_graph.orders import queries
from hmk_graph.orders.machines import Actor
from schema import ids
from schema.context import Info
from schema.orders.orders import Order
from schema.scalars import Cursor
from schema.streams import Heartbeat, Lagged, Reconnect, Reset, StreamEvent, streamed, tells


@strawberry.interface(description="An event of one order.")
class OrderEvent(StreamEvent):
    order_id: strawberry.ID = strawberry.field(description="Which order.")
    state: str = strawberry.field(description="Where it stands now.")


@tells("orders.order_moved")
@strawberry.type(description="The order took a step.")
class OrderMoved(OrderEvent):
    happened: str = strawberry.field(description="Which, such as ACCEPT.")
    by: str = strawberry.field(
        description="BUYER, SHOP, COURIER, OFFICER, PAYMENTS, CLOCK or HOUSE."
    )
    reason: str = strawberry.field(description="Why, if somebody said so.")
    due_at: datetime | None = strawberry.field(description="When it moves by itself.")


@tells("orders.parcel_moved")
@strawberry.type(description="A parcel of the order took a step.")
class ParcelMoved(OrderEvent):
    parcel_id: strawberry.ID = strawberry.field(description="Which.")
    parcel_state: str = strawberry.field(description="How it stands now.")
    carrier: str | None = strawberry.field(description="Who carries it.")


@tells("orders.return_moved")
@strawberry.type(description="Goods that come back took a step.")
class ReturnMoved(OrderEvent):
    return_id: strawberry.ID = strawberry.field(description="Which return.")
    return_state: str = strawberry.field(description="How it stands now.")
    reason: str = strawberry.field(description="Why, if somebody said so.")


@tells("orders.money_returned")
@strawberry.type(description="Money of the order goes back to its payer.")
class MoneyReturned(OrderEvent):
    amount: Paisa = strawberry.field(description="How much.")


@tells("orders.guest_money_moved")
@strawberry.type(
    description="What a guest paid was set aside, turned down, or goes back; ask for the payment."
)
class GuestMoneyMoved(OrderEvent):
    news: str = strawberry.field(description="SET_ASIDE, TURNED_DOWN or GOES_BACK.")


@strawberry.type(description="The order as it stands. Events after it carry on from its cursor.")
class OrderSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    order: Order = strawberry.field(description="The order.")
    server_now: datetime = strawberry.field(description="The server's clock.")


OrderStreamItem = Annotated[
    OrderSnapshot
    | OrderMoved
    | ParcelMoved
    | ReturnMoved
    | MoneyReturned
    | GuestMoneyMoved
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("OrderStreamItem", description="What the stream of an order says."),
]


@dataclass(frozen=True)
class _Desk:
    """How the state of one order is read and shown."""

    info: Info
    pk: int
    part: Actor

    async def snapshot(self) -> tuple[tables.Order, datetime]:
        return await tables.Order.get(id=self.pk), await self.info.context.clock()

    def show(
        self, taken: tuple[tables.Order, datetime], cursor: Cursor, head: Head
    ) -> OrderSnapshot:
        shown = Order(row=taken[0], seen_as=self.part)
        return OrderSnapshot(cursor=cursor, seq=head.seq, order=shown, server_now=taken[1])


@strawberry.type
class OrderSubscription:
    @strawberry.subscription(
        description="Follow an order, as one of its two sides; a guest by his link's secret."
    )
    async def order_events(
        self,
        info: Info,
        order_id: strawberry.ID,
        after: Cursor | None = None,
        guest_token: str | None = None,
    ) -> AsyncGenerator[OrderStreamItem, None]:
        viewer_id, pk = info.context.viewer_id, ids.decode(order_id, "Order")
        seen = await queries.visible_order(viewer_id, pk, guest_token)
        if seen.part is Actor.OFFICER:
            raise errors.NotFound  # he reads what he decides, and follows nobody's dealings
        desk = _Desk(info, pk, seen.part)
        told = streamed(
            info,
            f"orders.order.{pk}",
            after=after,
            audience=f"{seen.part} {viewer_id or 0}",
            snapshot=desk.snapshot,
            show=desk.show,
        )
        async with aclosing(told) as items:
            async for item in items:
                info.context.course.told = item
                yield item
