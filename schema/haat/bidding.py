"""What is done to a lot: bids by people, times and ends by officers and the seller."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import strawberry

from hmk_graph.haat import bidding, lot_models, scheduling
from hmk_graph.haat import errors as refusals
from hmk_graph.haat.auction import Obstacle
from hmk_graph.haat.judging import BidReceipt
from hmk_graph.money import Paisa
from schema import ids
from schema.accounts.refusals import AccountSuspended, SecondOfficerNeeded
from schema.context import Info
from schema.errors import (
    ErrorsAsData,
    IdempotencyConflict,
    InProgress,
    NotFound,
    StaleState,
    UserError,
    answers,
)
from schema.haat.lots import Lot, LotPhase, shown

BidObstacle = strawberry.enum(
    Obstacle, name="BidObstacle", description="Why a person may not bid at a haat."
)


@strawberry.type(
    description="Your bid stands. Keep line, hash, maximum and nonce: they prove what you promised."
)
class BidAccepted:
    row: strawberry.Private[BidReceipt]
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")
    line: int = strawberry.field(description="The line of the log that commits to your maximum.")
    hash: str = strawberry.field(description="That line's hash.")
    bidder: int = strawberry.field(description="Your number on this lot.")
    maximum: Paisa = strawberry.field(description="What you promised at most.")
    nonce: str = strawberry.field(description="What opens the commitment.")
    leading: bool = strawberry.field(description="Whether you led when the bid was judged.")
    silent: bool = strawberry.field(
        description="Whether it only raised your own maximum, unseen by others."
    )
    price: Paisa = strawberry.field(description="The price after it.")
    minimum_next: Paisa = strawberry.field(description="The least you would have to bid next.")
    ends_at: datetime = strawberry.field(description="When bidding ends after it.")
    accepted_at: datetime = strawberry.field(description="When it was accepted.")

    @classmethod
    def of(cls, receipt: BidReceipt) -> BidAccepted:
        """Show a receipt."""
        return cls(
            row=receipt,
            lot_id=ids.encode("Lot", receipt.lot_id),
            line=receipt.line,
            hash=receipt.hash,
            bidder=receipt.alias,
            maximum=Paisa(receipt.maximum),
            nonce=receipt.nonce,
            leading=receipt.leading,
            silent=receipt.silent,
            price=Paisa(receipt.price),
            minimum_next=Paisa(receipt.minimum_next),
            ends_at=datetime.fromisoformat(receipt.ends_at),
            accepted_at=datetime.fromisoformat(receipt.accepted_at),
        )


@answers(refusals.LotNotOpen)
@strawberry.type(description="Returned when the lot has not begun, or has ended.")
class LotNotOpen(UserError):
    phase: LotPhase = strawberry.field(description="Where the lot stands.")  # type: ignore[valid-type]


@answers(refusals.NotEligible)
@strawberry.type(description="Returned when the person may not bid at this haat.")
class NotEligible(UserError):
    reason: BidObstacle = strawberry.field(description="What is in the way.")  # type: ignore[valid-type]


@answers(refusals.OwnLot)
@strawberry.type(description="Returned when the bidder sells, part-owns or oversees the animal.")
class OwnLot(UserError):
    pass


@answers(refusals.NotOnStep)
@strawberry.type(description="Returned when no bid can have this amount.")
class NotOnStep(UserError):
    highest: Paisa = strawberry.field(description="The highest maximum that is taken.")


@answers(refusals.BidTooLow)
@strawberry.type(description="Returned when the bid is under the minimum.")
class BidTooLow(UserError):
    minimum: Paisa = strawberry.field(description="The least that would do now.")


@answers(refusals.MaxNotRaised)
@strawberry.type(description="Returned when the leader bids no more than he promised already.")
class MaxNotRaised(UserError):
    maximum: Paisa = strawberry.field(description="The leader's own maximum, told to him alone.")


@answers(refusals.InsufficientDeposit)
@strawberry.type(description="Returned when too little of the bidder's deposit is free.")
class InsufficientDeposit(UserError):
    needed: Paisa = strawberry.field(description="What so high a bid needs.")
    available: Paisa = strawberry.field(description="What is free.")


@answers(refusals.LotHasBids)
@strawberry.type(description="Returned when somebody has bid, so that terms and animal must stay.")
class LotHasBids(UserError):
    pass


@answers(refusals.AnimalNotCleared)
@strawberry.type(
    description="Returned when the vet's clearance ends before the animal is handed over."
)
class AnimalNotCleared(UserError):
    until: datetime | None = strawberry.field(
        description="When the clearance ends, if there is one."
    )


PlaceBidResult = Annotated[
    BidAccepted
    | LotNotOpen
    | NotEligible
    | OwnLot
    | NotOnStep
    | BidTooLow
    | MaxNotRaised
    | InsufficientDeposit
    | IdempotencyConflict
    | InProgress
    | NotFound,
    strawberry.union("PlaceBidResult", description="The bid, or why it was refused."),
]
LotDecisionResult = Annotated[
    Lot
    | AnimalNotCleared
    | LotHasBids
    | LotNotOpen
    | SecondOfficerNeeded
    | StaleState
    | AccountSuspended
    | NotFound,
    strawberry.union("LotDecisionResult", description="The lot, or why it was refused."),
]


@strawberry.input(
    description="A bid. The house bids for you by the smallest step, up to the maximum."
)
class PlaceBidInput:
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")
    maximum: Paisa = strawberry.field(description="The most you would pay, in whole taka as paisa.")
    idempotency_key: str = strawberry.field(
        description="Made by the client, one for each bid; a retry sends the same."
    )


@strawberry.input(description="The times of a lot, set by an officer of the haat.")
class ScheduleLotInput:
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")
    starts_at: datetime = strawberry.field(description="When bidding begins.")
    ends_at: datetime = strawberry.field(description="When it is planned to end.")


@strawberry.input(description="A lot and a reason of at least ten characters.")
class LotReasonInput:
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")
    reason: str = strawberry.field(description="Why; the seller or the public will read it.")


@strawberry.input(description="A lot.")
class LotInput:
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")


@strawberry.type
class LotMutation:
    @strawberry.mutation(description="Bid on a lot.", extensions=[ErrorsAsData()])
    async def place_bid(self, info: Info, input: PlaceBidInput) -> PlaceBidResult:
        receipt = await bidding.place_bid(
            info.context.require_viewer(),
            ids.decode(input.lot_id, "Lot"),
            input.maximum,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return BidAccepted.of(receipt)

    @strawberry.mutation(
        description="Fix the times of a submitted lot (officers of its haat).",
        extensions=[ErrorsAsData()],
    )
    async def schedule_lot(self, info: Info, input: ScheduleLotInput) -> LotDecisionResult:
        return shown(await _timed(scheduling.schedule_lot, info, input))

    @strawberry.mutation(
        description="Change the times of a lot that nobody has bid on (officers of its haat).",
        extensions=[ErrorsAsData()],
    )
    async def reschedule_lot(self, info: Info, input: ScheduleLotInput) -> LotDecisionResult:
        return shown(await _timed(scheduling.reschedule_lot, info, input))

    @strawberry.mutation(
        description="Send a submitted lot back with a reason (officers of its haat).",
        extensions=[ErrorsAsData()],
    )
    async def reject_lot(self, info: Info, input: LotReasonInput) -> LotDecisionResult:
        return shown(await _reasoned(scheduling.reject_lot, info, input))

    @strawberry.mutation(
        description="Call a lot off; two officers must ask for it, each with a reason.",
        extensions=[ErrorsAsData()],
    )
    async def void_lot(self, info: Info, input: LotReasonInput) -> LotDecisionResult:
        return shown(await _reasoned(scheduling.void_lot, info, input))

    @strawberry.mutation(
        description="Take your animal out of the auction, until somebody bids.",
        extensions=[ErrorsAsData()],
    )
    async def withdraw_lot(self, info: Info, input: LotInput) -> LotDecisionResult:
        lot = await scheduling.withdraw_lot(
            info.context.require_viewer(),
            ids.decode(input.lot_id, "Lot"),
            clock=info.context.clock,
        )
        return shown(lot)


async def _timed(command: Any, info: Info, input: ScheduleLotInput) -> lot_models.Lot:
    lot: lot_models.Lot = await command(
        info.context.require_viewer(),
        ids.decode(input.lot_id, "Lot"),
        starts_at=input.starts_at,
        ends_at=input.ends_at,
        clock=info.context.clock,
    )
    return lot


async def _reasoned(command: Any, info: Info, input: LotReasonInput) -> lot_models.Lot:
    lot: lot_models.Lot = await command(
        info.context.require_viewer(),
        ids.decode(input.lot_id, "Lot"),
        reason=input.reason,
        clock=info.context.clock,
    )
    return lot
