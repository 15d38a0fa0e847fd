"""What requesters and donors do."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.blood import giving, requesting
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.blood.choices import BloodGroup
from schema.blood.refusals import (
    DonorPromised,
    OpenRequestLimit,
    RequestOver,
    StillResting,
    UnitsTaken,
)
from schema.blood.requests import BloodRequest, DonationOffer
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState

RequestBloodResult = Annotated[
    BloodRequest
    | OpenRequestLimit
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("RequestBloodResult", description="The request, or why it was refused."),
]
CancelBloodRequestResult = Annotated[
    BloodRequest | StaleState | AccountSuspended | NotFound,
    strawberry.union("CancelBloodRequestResult", description="The request, or why not."),
]
OfferToGiveResult = Annotated[
    DonationOffer | StillResting | RequestOver | StaleState | AccountSuspended | NotFound,
    strawberry.union("OfferToGiveResult", description="The offer, or why it was refused."),
]
DonationOfferResult = Annotated[
    DonationOffer | StaleState | AccountSuspended | NotFound,
    strawberry.union("DonationOfferResult", description="The offer, or why nothing was done."),
]
ConfirmDonorResult = Annotated[
    DonationOffer
    | UnitsTaken
    | DonorPromised
    | StillResting
    | RequestOver
    | StaleState
    | AccountSuspended
    | NotFound,
    strawberry.union("ConfirmDonorResult", description="The donor, or why he was not taken."),
]


@strawberry.input(description="A need of blood.")
class RequestBloodInput:
    group: BloodGroup = strawberry.field(description="The patient's group.")
    units: int = strawberry.field(description="How many units, 1 to 20.")
    place_id: strawberry.ID = strawberry.field(description="Where the hospital is.")
    hospital: str = strawberry.field(description="The hospital and the ward.")
    needed_by: datetime = strawberry.field(description="By when, at most fourteen days ahead.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each need.")
    note: str = strawberry.field(default="", description="What donors should know.")


@strawberry.input(description="A request for blood.")
class BloodRequestInput:
    request_id: strawberry.ID = strawberry.field(description="Which request.")


@strawberry.input(description="A donor's offer.")
class DonationOfferInput:
    donation_offer_id: strawberry.ID = strawberry.field(description="Which offer.")


@strawberry.input(description="A donor whom the hospital sent away.")
class DeferDonorInput:
    donation_offer_id: strawberry.ID = strawberry.field(description="Which offer.")
    reason: str = strawberry.field(default="", description="Why, if the hospital said so.")


@strawberry.type
class BloodMutation:
    @strawberry.mutation(
        description=(
            "Ask for blood. The nearest donors who may give and want to are asked, ten at a time."
        ),
        extensions=[ErrorsAsData()],
    )
    async def request_blood(self, info: Info, input: RequestBloodInput) -> RequestBloodResult:
        need = requesting.Need(
            group=input.group,
            units=input.units,
            place_id=ids.decode(input.place_id, "Place"),
            hospital=input.hospital,
            needed_by=input.needed_by,
            note=input.note,
        )
        row = await requesting.ask_for_blood(
            info.context.require_viewer(),
            need,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return BloodRequest(row=row)

    @strawberry.mutation(description="Call a request off.", extensions=[ErrorsAsData()])
    async def cancel_blood_request(
        self, info: Info, input: BloodRequestInput
    ) -> CancelBloodRequestResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.request_id, "BloodRequest")
        return BloodRequest(row=await requesting.cancel(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Say yes to an invitation to give; phones stay hidden.",
        extensions=[ErrorsAsData()],
    )
    async def offer_to_give(self, info: Info, input: DonationOfferInput) -> OfferToGiveResult:
        viewer_id, pk = info.context.require_viewer(), _offer(input)
        return DonationOffer(
            row=await giving.offer_to_give(viewer_id, pk, clock=info.context.clock)
        )

    @strawberry.mutation(description="Say no to an invitation.", extensions=[ErrorsAsData()])
    async def decline_to_give(self, info: Info, input: DonationOfferInput) -> DonationOfferResult:
        return DonationOffer(row=await giving.decline(info.context.require_viewer(), _offer(input)))

    @strawberry.mutation(
        description="Drop out after a yes; phones are hidden at once.", extensions=[ErrorsAsData()]
    )
    async def withdraw_donation(self, info: Info, input: DonationOfferInput) -> DonationOfferResult:
        return DonationOffer(
            row=await giving.withdraw(info.context.require_viewer(), _offer(input))
        )

    @strawberry.mutation(
        description="Take a willing donor for one unit; now both see each other's phone.",
        extensions=[ErrorsAsData()],
    )
    async def confirm_donor(self, info: Info, input: DonationOfferInput) -> ConfirmDonorResult:
        viewer_id, pk = info.context.require_viewer(), _offer(input)
        return DonationOffer(row=await giving.confirm(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Write down that a confirmed donor gave; the next date is computed from it.",
        extensions=[ErrorsAsData()],
    )
    async def record_donation(self, info: Info, input: DonationOfferInput) -> DonationOfferResult:
        viewer_id, pk = info.context.require_viewer(), _offer(input)
        return DonationOffer(
            row=await giving.record_donation(viewer_id, pk, clock=info.context.clock)
        )

    @strawberry.mutation(
        description="Write down that the hospital sent a donor away.", extensions=[ErrorsAsData()]
    )
    async def defer_donor(self, info: Info, input: DeferDonorInput) -> DonationOfferResult:
        viewer_id, pk = info.context.require_viewer(), _offer(input)
        return DonationOffer(row=await giving.defer(viewer_id, pk, input.reason))


def _offer(input: DonationOfferInput | DeferDonorInput) -> int:
    return ids.decode(input.donation_offer_id, "DonationOffer")
