"""What buyer, seller and officers do with a deal, from the second chance to the last word."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.haat import handing_over, offering_again, taking_cash
from hmk_graph.money import Paisa
from schema import ids
from schema.accounts.refusals import AccountSuspended, ReasonTooShort, SecondOfficerNeeded
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.haat.deals import Deal
from schema.haat.refusals import HandoverCodeWrong, TagDoesNotMatch, WeightNotAgreed
from schema.payments.paying import PaymentTry
from schema.payments.refusals import AmountOutOfRange, NothingDue

DealStepResult = Annotated[
    Deal | StaleState | AccountSuspended | NotFound,
    strawberry.union("DealStepResult", description="The deal, or why nothing was done."),
]
DecideDealResult = Annotated[
    Deal | SecondOfficerNeeded | ReasonTooShort | StaleState | AccountSuspended | NotFound,
    strawberry.union("DecideDealResult", description="The deal, or why nothing was done."),
]
HandOverResult = Annotated[
    Deal
    | HandoverCodeWrong
    | TagDoesNotMatch
    | WeightNotAgreed
    | StaleState
    | AccountSuspended
    | NotFound,
    strawberry.union("HandOverResult", description="The deal, or why it was refused."),
]
TakeCashResult = Annotated[
    PaymentTry
    | NothingDue
    | AmountOutOfRange
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("TakeCashResult", description="The receipt, or why it was refused."),
]


@strawberry.input(description="A deal.")
class DealInput:
    deal_id: strawberry.ID = strawberry.field(description="Which deal.")


@strawberry.input(description="What the seller has at hand when the buyer is there.")
class HandOverInput:
    deal_id: strawberry.ID = strawberry.field(description="Which deal.")
    code: str = strawberry.field(description="The code that the buyer tells.")
    tag: str = strawberry.field(description="The number of one of the animal's tags.")
    grams: int = strawberry.field(description="What the animal weighs now, in grams.")


@strawberry.input(description="The buyer's word on a weight outside the tolerance.")
class AnswerWeightInput:
    deal_id: strawberry.ID = strawberry.field(description="Which deal.")
    grams: int = strawberry.field(description="The weight that the buyer has seen, in grams.")
    agree: bool = strawberry.field(
        description="True: he takes it at that weight. False: he goes, and has all his money back."
    )


@strawberry.input(description="An objection to a deal.")
class DisputeDealInput:
    deal_id: strawberry.ID = strawberry.field(description="Which deal.")
    reason: str = strawberry.field(description="Why, in a sentence or more.")


@strawberry.input(description="A decision on a disputed deal.")
class DecideDealInput:
    deal_id: strawberry.ID = strawberry.field(description="Which deal.")
    for_buyer: bool = strawberry.field(
        description="True: the buyer has all his money back. False: the deal stands."
    )
    reason: str = strawberry.field(default="", description="At least ten characters.")


@strawberry.input(description="Cash at the haat.")
class TakeCashInput:
    deal_id: strawberry.ID = strawberry.field(description="For which deal.")
    amount: Paisa = strawberry.field(description="How much, whole taka as paisa.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a receipt.")


@strawberry.type
class DealMutation:
    @strawberry.mutation(
        description="Take an animal that is offered to you because its buyer did not pay.",
        extensions=[ErrorsAsData()],
    )
    async def accept_second_chance(self, info: Info, input: DealInput) -> DealStepResult:
        deal = await offering_again.accept(
            info.context.require_viewer(),
            ids.decode(input.deal_id, "Deal"),
            clock=info.context.clock,
        )
        return Deal(row=deal)

    @strawberry.mutation(
        description="Leave an animal that is offered to you to the next.",
        extensions=[ErrorsAsData()],
    )
    async def decline_second_chance(self, info: Info, input: DealInput) -> DealStepResult:
        deal = await offering_again.decline(
            info.context.require_viewer(),
            ids.decode(input.deal_id, "Deal"),
            clock=info.context.clock,
        )
        return Deal(row=deal)

    @strawberry.mutation(
        description="Hand a paid animal over to its buyer (the seller).",
        extensions=[ErrorsAsData()],
    )
    async def hand_over(self, info: Info, input: HandOverInput) -> HandOverResult:
        deal = await handing_over.hand_over(
            info.context.require_viewer(),
            ids.decode(input.deal_id, "Deal"),
            code=input.code,
            tag=input.tag,
            grams=input.grams,
            clock=info.context.clock,
        )
        return Deal(row=deal)

    @strawberry.mutation(
        description="Agree to a weight outside the tolerance, or refuse the animal (the buyer).",
        extensions=[ErrorsAsData()],
    )
    async def answer_weight(self, info: Info, input: AnswerWeightInput) -> DealStepResult:
        deal = await handing_over.answer_weight(
            info.context.require_viewer(),
            ids.decode(input.deal_id, "Deal"),
            grams=input.grams,
            agree=input.agree,
            clock=info.context.clock,
        )
        return Deal(row=deal)

    @strawberry.mutation(
        description="Say that all is well with the animal; its price becomes the seller's.",
        extensions=[ErrorsAsData()],
    )
    async def confirm_deal(self, info: Info, input: DealInput) -> DealStepResult:
        deal = await handing_over.confirm(
            info.context.require_viewer(), ids.decode(input.deal_id, "Deal")
        )
        return Deal(row=deal)

    @strawberry.mutation(
        description="Object to a deal; its money stays held until an officer decides.",
        extensions=[ErrorsAsData()],
    )
    async def dispute_deal(self, info: Info, input: DisputeDealInput) -> DealStepResult:
        deal = await handing_over.dispute(
            info.context.require_viewer(), ids.decode(input.deal_id, "Deal"), reason=input.reason
        )
        return Deal(row=deal)

    @strawberry.mutation(
        description=(
            "Decide a disputed deal (an officer of the haat who has no part in it). It is done "
            "when a second one says the same."
        ),
        extensions=[ErrorsAsData()],
    )
    async def decide_deal(self, info: Info, input: DecideDealInput) -> DecideDealResult:
        deal = await handing_over.decide(
            info.context.require_viewer(),
            ids.decode(input.deal_id, "Deal"),
            for_buyer=input.for_buyer,
            reason=input.reason,
            clock=info.context.clock,
        )
        return Deal(row=deal)

    @strawberry.mutation(
        description="Write a receipt for cash taken for a deal (an officer of the haat).",
        extensions=[ErrorsAsData()],
    )
    async def take_cash(self, info: Info, input: TakeCashInput) -> TakeCashResult:
        receipt = await taking_cash.take_cash(
            info.context.require_viewer(),
            ids.decode(input.deal_id, "Deal"),
            input.amount,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return PaymentTry(row=receipt)
