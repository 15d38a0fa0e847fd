"""What the two sides of an order do with it, and with its parcels."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.orders import answering, closing, collecting, fulfilling
from hmk_graph.orders import models as tables
from hmk_graph.orders.machines import Actor
from schema import ids
from schema.accounts.refusals import AccountSuspended, ReasonTooShort, SecondOfficerNeeded
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.orders.choices import Carrier, FailReason
from schema.orders.orders import Order
from schema.orders.refusals import (
    CashAtTheDoor,
    DeliveryCodeWrong,
    ReturnOpen,
    TooManyOfLine,
)


@strawberry.input(description="An order.")
class OrderInput:
    order_id: strawberry.ID = strawberry.field(description="Which.")


@strawberry.input(description="An order, and why.")
class RejectOrderInput:
    order_id: strawberry.ID = strawberry.field(description="Which.")
    reason: str = strawberry.field(description="Why, for the buyer to read.")


@strawberry.input(description="An order to be called off.")
class CancelOrderInput:
    order_id: strawberry.ID = strawberry.field(description="Which.")
    reason: str = strawberry.field(default="", description="Why, for the other side to read.")
    guest_token: str | None = strawberry.field(default=None, description="A guest's secret.")


@strawberry.input(description="An order of the buyer's.")
class CloseOrderInput:
    order_id: strawberry.ID = strawberry.field(description="Which.")
    guest_token: str | None = strawberry.field(default=None, description="A guest's secret.")


@strawberry.input(description="So many of a line.")
class LineQuantityInput:
    line_id: strawberry.ID = strawberry.field(description="Which line.")
    quantity: int = strawberry.field(description="How many.")


@strawberry.input(description="What goes into a parcel.")
class PackOrderInput:
    order_id: strawberry.ID = strawberry.field(description="Of which order.")
    lines: list[LineQuantityInput] | None = strawberry.field(
        default=None, description="How many of each line; null: all that is left."
    )


@strawberry.input(description="A parcel that leaves.")
class SendParcelInput:
    parcel_id: strawberry.ID = strawberry.field(description="Which.")
    carrier: Carrier = strawberry.field(description="Who carries it.")
    courier_name: str = strawberry.field(default="", description="The courier's name.")


@strawberry.input(description="A parcel at its buyer's door.")
class DeliverParcelInput:
    parcel_id: strawberry.ID = strawberry.field(description="Which.")
    code: str = strawberry.field(description="The six digits that the buyer tells.")


@strawberry.input(description="A parcel of the buyer's.")
class ConfirmParcelInput:
    parcel_id: strawberry.ID = strawberry.field(description="Which.")
    guest_token: str | None = strawberry.field(default=None, description="A guest's secret.")


@strawberry.input(description="A parcel that was not handed over.")
class ParcelFailedInput:
    parcel_id: strawberry.ID = strawberry.field(description="Which.")
    reason: FailReason = strawberry.field(description="Why.")
    note: str = strawberry.field(default="", description="What else is to be said.")


@strawberry.input(description="A parcel.")
class ParcelInput:
    parcel_id: strawberry.ID = strawberry.field(description="Which.")


OrderResult = Annotated[
    Order | StaleState | NotFound | AccountSuspended,
    strawberry.union("OrderResult", description="The order, or why nothing was done."),
]
CancelOrderResult = Annotated[
    Order | SecondOfficerNeeded | ReasonTooShort | StaleState | NotFound | AccountSuspended,
    strawberry.union("CancelOrderResult", description="The order, or why it goes on."),
]
CloseOrderResult = Annotated[
    Order | ReturnOpen | StaleState | NotFound,
    strawberry.union("CloseOrderResult", description="The order, or why it stays open."),
]
PackOrderResult = Annotated[
    Order | TooManyOfLine | StaleState | NotFound | AccountSuspended,
    strawberry.union("PackOrderResult", description="The order, or why nothing was packed."),
]
DeliverParcelResult = Annotated[
    Order | DeliveryCodeWrong | StaleState | NotFound | AccountSuspended,
    strawberry.union("DeliverParcelResult", description="The order, or why it was refused."),
]
ConfirmParcelResult = Annotated[
    Order | CashAtTheDoor | StaleState | NotFound,
    strawberry.union("ConfirmParcelResult", description="The order, or why it was refused."),
]


@strawberry.type
class OrderMutation:
    @strawberry.mutation(description="Take an order on (the shop).", extensions=[ErrorsAsData()])
    async def accept_order(self, info: Info, input: OrderInput) -> OrderResult:
        row = await answering.accept(
            info.context.require_viewer(),
            ids.decode(input.order_id, "Order"),
            clock=info.context.clock,
        )
        return Order(row=row, seen_as=Actor.SHOP)

    @strawberry.mutation(
        description="Say no to an order; what was paid for it goes back (the shop).",
        extensions=[ErrorsAsData()],
    )
    async def reject_order(self, info: Info, input: RejectOrderInput) -> OrderResult:
        row = await answering.reject(
            info.context.require_viewer(),
            ids.decode(input.order_id, "Order"),
            reason=input.reason,
            clock=info.context.clock,
        )
        return Order(row=row, seen_as=Actor.SHOP)

    @strawberry.mutation(
        description="Call an order off: its buyer until it is packed, its shop until it leaves.",
        extensions=[ErrorsAsData()],
    )
    async def cancel_order(self, info: Info, input: CancelOrderInput) -> CancelOrderResult:
        row, part = await answering.cancel(
            info.context.viewer_id,
            ids.decode(input.order_id, "Order"),
            reason=input.reason,
            token=input.guest_token,
            clock=info.context.clock,
        )
        return Order(row=row, seen_as=part)

    @strawberry.mutation(
        description="Pack goods of an order into a parcel (the shop).", extensions=[ErrorsAsData()]
    )
    async def pack_order(self, info: Info, input: PackOrderInput) -> PackOrderResult:
        lines = input.lines
        parcel = await fulfilling.pack(
            info.context.require_viewer(),
            ids.decode(input.order_id, "Order"),
            None if lines is None else quantities(lines),
            clock=info.context.clock,
        )
        return await _order_of(parcel)

    @strawberry.mutation(
        description="Send a parcel off, also one that was not handed over before (the shop).",
        extensions=[ErrorsAsData()],
    )
    async def send_parcel(self, info: Info, input: SendParcelInput) -> OrderResult:
        parcel = await fulfilling.send(
            info.context.require_viewer(),
            ids.decode(input.parcel_id, "Parcel"),
            input.carrier,
            courier_name=input.courier_name,
            clock=info.context.clock,
        )
        return await _order_of(parcel)

    @strawberry.mutation(
        description="Hand a parcel over by the buyer's code; cash counts as taken (the shop).",
        extensions=[ErrorsAsData()],
    )
    async def deliver_parcel(self, info: Info, input: DeliverParcelInput) -> DeliverParcelResult:
        parcel = await fulfilling.deliver(
            info.context.require_viewer(),
            ids.decode(input.parcel_id, "Parcel"),
            code=input.code,
            clock=info.context.clock,
        )
        return await _order_of(parcel)

    @strawberry.mutation(
        description="Say that one has a parcel that was paid for before (the buyer).",
        extensions=[ErrorsAsData()],
    )
    async def confirm_parcel(self, info: Info, input: ConfirmParcelInput) -> ConfirmParcelResult:
        parcel = await fulfilling.confirm(
            info.context.viewer_id,
            ids.decode(input.parcel_id, "Parcel"),
            token=input.guest_token,
            clock=info.context.clock,
        )
        return await _order_of(parcel, Actor.BUYER)

    @strawberry.mutation(
        description="Note that a parcel could not be handed over (the shop).",
        extensions=[ErrorsAsData()],
    )
    async def report_failed_parcel(self, info: Info, input: ParcelFailedInput) -> OrderResult:
        parcel = await fulfilling.fail(
            info.context.require_viewer(),
            ids.decode(input.parcel_id, "Parcel"),
            input.reason,
            note=input.note,
            clock=info.context.clock,
        )
        return await _order_of(parcel)

    @strawberry.mutation(
        description="Have a parcel that was not handed over come back (the shop).",
        extensions=[ErrorsAsData()],
    )
    async def bring_parcel_back(self, info: Info, input: ParcelInput) -> OrderResult:
        parcel = await fulfilling.bring_back(
            info.context.require_viewer(),
            ids.decode(input.parcel_id, "Parcel"),
            clock=info.context.clock,
        )
        return await _order_of(parcel)

    @strawberry.mutation(
        description="Take a parcel back into the shop; its order is over (the shop).",
        extensions=[ErrorsAsData()],
    )
    async def take_parcel_back(self, info: Info, input: ParcelInput) -> OrderResult:
        parcel = await fulfilling.take_back(
            info.context.require_viewer(),
            ids.decode(input.parcel_id, "Parcel"),
            clock=info.context.clock,
        )
        return await _order_of(parcel)

    @strawberry.mutation(
        description="Say that all is well with an order; its shop has earned it (the buyer).",
        extensions=[ErrorsAsData()],
    )
    async def close_order(self, info: Info, input: CloseOrderInput) -> CloseOrderResult:
        row = await closing.close(
            info.context.viewer_id,
            ids.decode(input.order_id, "Order"),
            token=input.guest_token,
            clock=info.context.clock,
        )
        return Order(row=row, seen_as=Actor.BUYER)

    @strawberry.mutation(
        description="Note that cash which goes back is in the buyer's hand (the shop).",
        extensions=[ErrorsAsData()],
    )
    async def hand_back_cash(self, info: Info, input: OrderInput) -> OrderResult:
        row = await collecting.hand_back_cash(
            info.context.require_viewer(),
            ids.decode(input.order_id, "Order"),
            clock=info.context.clock,
        )
        return Order(row=row, seen_as=Actor.SHOP)


def quantities(lines: list[LineQuantityInput]) -> dict[int, int]:
    """Return how many of each line; one that is named twice counts together."""
    found: dict[int, int] = {}
    for line in lines:
        pk = ids.decode(line.line_id, "OrderLine")
        found[pk] = found.get(pk, 0) + line.quantity
    return found


async def _order_of(parcel: tables.Fulfilment, part: Actor = Actor.SHOP) -> Order:
    return Order(row=await tables.Order.get(id=parcel.order_id), seen_as=part)
