"""What the two sides do about goods that come back."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.orders import returning
from hmk_graph.orders.machines import Actor
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.orders.choices import Remedy
from schema.orders.moving import LineQuantityInput, quantities
from schema.orders.orders import OrderReturn
from schema.orders.refusals import TooManyOfLine


@strawberry.input(description="Goods to be given back.")
class RequestReturnInput:
    order_id: strawberry.ID = strawberry.field(description="Of which order.")
    lines: list[LineQuantityInput] = strawberry.field(description="How many of each line.")
    remedy: Remedy = strawberry.field(description="What one wants for them.")
    reason: str = strawberry.field(description="Why.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a return.")
    guest_token: str | None = strawberry.field(default=None, description="A guest's secret.")


@strawberry.input(description="The shop's answer.")
class AnswerReturnInput:
    return_id: strawberry.ID = strawberry.field(description="To which return.")
    agreed: bool = strawberry.field(description="Whether it takes the goods back.")
    words: str = strawberry.field(default="", description="Why not, or how.")


@strawberry.input(description="A return of the buyer's.")
class OwnReturnInput:
    return_id: strawberry.ID = strawberry.field(description="Which.")
    guest_token: str | None = strawberry.field(default=None, description="A guest's secret.")


@strawberry.input(description="How so many of a line came back.")
class ReturnedLineInput:
    line_id: strawberry.ID = strawberry.field(description="Which line.")
    sound: int = strawberry.field(default=0, description="How many are sound.")
    damaged: int = strawberry.field(default=0, description="How many are damaged.")
    missing: int = strawberry.field(default=0, description="How many did not come.")


@strawberry.input(description="What came back, counted.")
class ReceiveReturnInput:
    return_id: strawberry.ID = strawberry.field(description="Of which return.")
    lines: list[ReturnedLineInput] = strawberry.field(description="Every line of it.")


RequestReturnResult = Annotated[
    OrderReturn | TooManyOfLine | StaleState | NotFound | IdempotencyConflict | InProgress,
    strawberry.union("RequestReturnResult", description="The return, or why not."),
]
ReturnResult = Annotated[
    OrderReturn | StaleState | NotFound | AccountSuspended,
    strawberry.union("ReturnResult", description="The return, or why nothing was done."),
]
OwnReturnResult = Annotated[
    OrderReturn | StaleState | NotFound,
    strawberry.union("OwnReturnResult", description="The return, or why nothing was done."),
]


@strawberry.type
class ReturnMutation:
    @strawberry.mutation(
        description="Ask to give goods of a delivered order back (the buyer).",
        extensions=[ErrorsAsData()],
    )
    async def request_return(self, info: Info, input: RequestReturnInput) -> RequestReturnResult:
        row = await returning.ask(
            info.context.viewer_id,
            ids.decode(input.order_id, "Order"),
            quantities(input.lines),
            remedy=input.remedy,
            reason=input.reason,
            idempotency_key=input.idempotency_key,
            token=input.guest_token,
            clock=info.context.clock,
        )
        return OrderReturn(row=row, part=Actor.BUYER)

    @strawberry.mutation(
        description="Agree to take goods back, or say why not (the shop).",
        extensions=[ErrorsAsData()],
    )
    async def answer_return(self, info: Info, input: AnswerReturnInput) -> ReturnResult:
        row = await returning.answer(
            info.context.require_viewer(),
            ids.decode(input.return_id, "OrderReturn"),
            agreed=input.agreed,
            words=input.words,
            clock=info.context.clock,
        )
        return OrderReturn(row=row, part=Actor.SHOP)

    @strawberry.mutation(
        description="Say that goods are on their way back (the buyer).",
        extensions=[ErrorsAsData()],
    )
    async def send_return(self, info: Info, input: OwnReturnInput) -> OwnReturnResult:
        row = await returning.send(
            info.context.viewer_id,
            ids.decode(input.return_id, "OrderReturn"),
            token=input.guest_token,
        )
        return OrderReturn(row=row, part=Actor.BUYER)

    @strawberry.mutation(
        description="Keep the goods after all (the buyer).", extensions=[ErrorsAsData()]
    )
    async def cancel_return(self, info: Info, input: OwnReturnInput) -> OwnReturnResult:
        row = await returning.cancel(
            info.context.viewer_id,
            ids.decode(input.return_id, "OrderReturn"),
            token=input.guest_token,
            clock=info.context.clock,
        )
        return OrderReturn(row=row, part=Actor.BUYER)

    @strawberry.mutation(
        description="Count what came back, and make it good (the shop).",
        extensions=[ErrorsAsData()],
    )
    async def receive_return(self, info: Info, input: ReceiveReturnInput) -> ReturnResult:
        found = {
            ids.decode(one.line_id, "OrderLine"): returning.Condition(
                sound=one.sound, damaged=one.damaged, missing=one.missing
            )
            for one in input.lines
        }
        row = await returning.receive(
            info.context.require_viewer(),
            ids.decode(input.return_id, "OrderReturn"),
            found,
            clock=info.context.clock,
        )
        return OrderReturn(row=row, part=Actor.SHOP)
