"""What landlord and tenant do during a tenancy and at its end; and the hire of vehicles."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.rentals import agreeing, billing, hiring, possessing, settling
from schema import ids
from schema.accounts.refusals import AccountSuspended, ReasonTooShort, SecondOfficerNeeded
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.rentals.letting import RentalAgreementInput, agreement_id
from schema.rentals.refusals import (
    DaysTaken,
    DeductionsTooHigh,
    DueSettled,
    KeysAlreadyMoved,
    KeysNotBack,
    NotForRent,
    NoticeTooShort,
    NotYetReturned,
    OfferOver,
    OwnUnit,
)
from schema.rentals.tenancies import Deduction, RentalAgreement, RentDue, VehicleHire

GiveNoticeResult = Annotated[
    RentalAgreement | NoticeTooShort | StaleState | AccountSuspended | NotFound,
    strawberry.union("GiveNoticeResult", description="The agreement, or why not."),
]
KeysResult = Annotated[
    RentalAgreement | KeysNotBack | KeysAlreadyMoved | StaleState | AccountSuspended | NotFound,
    strawberry.union("KeysResult", description="The agreement, or why nothing was done."),
]
TakeRentResult = Annotated[
    RentDue | DueSettled | StaleState | AccountSuspended | NotFound,
    strawberry.union("TakeRentResult", description="The month, or why nothing was done."),
]
ClaimDeductionsResult = Annotated[
    RentalAgreement | NotYetReturned | DeductionsTooHigh | StaleState | AccountSuspended | NotFound,
    strawberry.union("ClaimDeductionsResult", description="The agreement, or why not."),
]
AcceptDeductionsResult = Annotated[
    RentalAgreement | StaleState | AccountSuspended | NotFound,
    strawberry.union("AcceptDeductionsResult", description="The agreement, or why not."),
]
DeductionResult = Annotated[
    Deduction | StaleState | AccountSuspended | NotFound,
    strawberry.union("DeductionResult", description="The claim, or why nothing was done."),
]
DecideDeductionResult = Annotated[
    Deduction | SecondOfficerNeeded | ReasonTooShort | StaleState | AccountSuspended | NotFound,
    strawberry.union("DecideDeductionResult", description="The claim, or why nothing was done."),
]
RequestHireResult = Annotated[
    VehicleHire
    | DaysTaken
    | NotForRent
    | OwnUnit
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("RequestHireResult", description="The hire, or why it was refused."),
]
VehicleHireResult = Annotated[
    VehicleHire | OfferOver | StaleState | AccountSuspended | NotFound,
    strawberry.union("VehicleHireResult", description="The hire, or why nothing was done."),
]


@strawberry.input(description="The last day of a tenancy.")
class GiveNoticeInput:
    agreement_id: strawberry.ID = strawberry.field(description="Which agreement.")
    leaves_on: date = strawberry.field(description="The last day.")


@strawberry.input(description="A month of a tenancy.")
class RentDueInput:
    rent_due_id: strawberry.ID = strawberry.field(description="Which month.")


@strawberry.input(description="Something to keep of an advance.")
class DeductionLine:
    label: str = strawberry.field(description="For what.")
    amount: Paisa = strawberry.field(description="How much, whole taka as paisa.")


@strawberry.input(description="What is to be kept of an advance; nothing: all goes back.")
class ClaimDeductionsInput:
    agreement_id: strawberry.ID = strawberry.field(description="Of which agreement.")
    deductions: list[DeductionLine] = strawberry.field(description="Twenty at most.")


@strawberry.input(description="A claim that the tenant disagrees with.")
class DisputeDeductionInput:
    deduction_id: strawberry.ID = strawberry.field(description="Which claim.")
    note: str = strawberry.field(default="", description="Why.")


@strawberry.input(description="An officer's decision about a claim.")
class DecideDeductionInput:
    deduction_id: strawberry.ID = strawberry.field(description="Which claim.")
    amount: Paisa = strawberry.field(description="How much is kept, at most what was claimed.")
    reason: str = strawberry.field(default="", description="At least ten characters.")


@strawberry.input(description="Some days with a vehicle and its driver.")
class RequestHireInput:
    rental_unit_id: strawberry.ID = strawberry.field(description="Which vehicle.")
    first_day: date = strawberry.field(description="The first day, from tomorrow on.")
    until_day: date = strawberry.field(description="The day after the last one.")
    pickup: str = strawberry.field(description="Where from.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each hire.")
    note: str = strawberry.field(default="", description="What the driver should know.")


@strawberry.input(description="A hire.")
class VehicleHireInput:
    vehicle_hire_id: strawberry.ID = strawberry.field(description="Which hire.")


@strawberry.type
class LivingMutation:
    @strawberry.mutation(
        description="Name the last day of a tenancy (either side).", extensions=[ErrorsAsData()]
    )
    async def give_rental_notice(self, info: Info, input: GiveNoticeInput) -> GiveNoticeResult:
        row = await agreeing.give_notice(
            info.context.require_viewer(),
            ids.decode(input.agreement_id, "RentalAgreement"),
            input.leaves_on,
            clock=info.context.clock,
        )
        return RentalAgreement(row=row)

    @strawberry.mutation(
        description="Write down that the tenant got the keys (the landlord).",
        extensions=[ErrorsAsData()],
    )
    async def hand_over_keys(self, info: Info, input: RentalAgreementInput) -> KeysResult:
        viewer_id, pk, clock = (
            info.context.require_viewer(),
            agreement_id(input),
            info.context.clock,
        )
        return RentalAgreement(row=await possessing.hand_over_keys(viewer_id, pk, clock=clock))

    @strawberry.mutation(
        description="Write down that the keys are back (either side).", extensions=[ErrorsAsData()]
    )
    async def return_keys(self, info: Info, input: RentalAgreementInput) -> KeysResult:
        viewer_id, pk, clock = (
            info.context.require_viewer(),
            agreement_id(input),
            info.context.clock,
        )
        return RentalAgreement(row=await possessing.return_keys(viewer_id, pk, clock=clock))

    @strawberry.mutation(
        description="Write down that a month was paid in cash (the landlord).",
        extensions=[ErrorsAsData()],
    )
    async def take_rent_in_cash(self, info: Info, input: RentDueInput) -> TakeRentResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.rent_due_id, "RentDue")
        return RentDue(row=await billing.take_cash(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Say what of the advance is to be kept, once (the landlord).",
        extensions=[ErrorsAsData()],
    )
    async def claim_deductions(
        self, info: Info, input: ClaimDeductionsInput
    ) -> ClaimDeductionsResult:
        row = await settling.claim(
            info.context.require_viewer(),
            ids.decode(input.agreement_id, "RentalAgreement"),
            [settling.Line(label=one.label, amount=one.amount) for one in input.deductions],
            clock=info.context.clock,
        )
        return RentalAgreement(row=row)

    @strawberry.mutation(
        description="Agree to what is claimed; the rest of the advance goes back (the tenant).",
        extensions=[ErrorsAsData()],
    )
    async def accept_deductions(
        self, info: Info, input: RentalAgreementInput
    ) -> AcceptDeductionsResult:
        viewer_id, pk, clock = (
            info.context.require_viewer(),
            agreement_id(input),
            info.context.clock,
        )
        return RentalAgreement(row=await settling.accept_deductions(viewer_id, pk, clock=clock))

    @strawberry.mutation(
        description="Disagree with a claim; an officer of the place decides (the tenant).",
        extensions=[ErrorsAsData()],
    )
    async def dispute_deduction(self, info: Info, input: DisputeDeductionInput) -> DeductionResult:
        row = await settling.dispute_deduction(
            info.context.require_viewer(),
            ids.decode(input.deduction_id, "Deduction"),
            input.note,
            clock=info.context.clock,
        )
        return Deduction(row=row)

    @strawberry.mutation(
        description=(
            "Decide how much of a disputed claim is kept (an officer of the place). It is done "
            "when a second one names the same amount."
        ),
        extensions=[ErrorsAsData()],
    )
    async def decide_deduction(
        self, info: Info, input: DecideDeductionInput
    ) -> DecideDeductionResult:
        row = await settling.decide_deduction(
            info.context.require_viewer(),
            ids.decode(input.deduction_id, "Deduction"),
            input.amount,
            reason=input.reason,
            clock=info.context.clock,
        )
        return Deduction(row=row)


@strawberry.type
class HireMutation:
    @strawberry.mutation(
        description="Ask for a vehicle with its driver for some days.", extensions=[ErrorsAsData()]
    )
    async def request_hire(self, info: Info, input: RequestHireInput) -> RequestHireResult:
        days = hiring.Days(
            first_day=input.first_day,
            until_day=input.until_day,
            pickup=input.pickup,
            note=input.note,
        )
        row = await hiring.request_hire(
            info.context.require_viewer(),
            ids.decode(input.rental_unit_id, "RentalUnit"),
            days,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return VehicleHire(row=row)

    @strawberry.mutation(description="Say yes to a hire.", extensions=[ErrorsAsData()])
    async def confirm_hire(self, info: Info, input: VehicleHireInput) -> VehicleHireResult:
        viewer_id, pk = info.context.require_viewer(), _hire(input)
        return VehicleHire(row=await hiring.confirm_hire(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Say no to a hire.", extensions=[ErrorsAsData()])
    async def decline_hire(self, info: Info, input: VehicleHireInput) -> VehicleHireResult:
        viewer_id, pk = info.context.require_viewer(), _hire(input)
        return VehicleHire(row=await hiring.decline_hire(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Call a hire off.", extensions=[ErrorsAsData()])
    async def cancel_hire(self, info: Info, input: VehicleHireInput) -> VehicleHireResult:
        viewer_id, pk = info.context.require_viewer(), _hire(input)
        return VehicleHire(row=await hiring.cancel_hire(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Say that the journey is over (the owner).", extensions=[ErrorsAsData()]
    )
    async def finish_hire(self, info: Info, input: VehicleHireInput) -> VehicleHireResult:
        viewer_id, pk = info.context.require_viewer(), _hire(input)
        return VehicleHire(row=await hiring.finish_hire(viewer_id, pk, clock=info.context.clock))


def _hire(input: VehicleHireInput) -> int:
    return ids.decode(input.vehicle_hire_id, "VehicleHire")
