"""What owners and tenants do before a tenancy: put up, look, offer, say yes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.rentals import agreeing, listing, viewing
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.rentals.choices import Tenants, UnitKind
from schema.rentals.refusals import (
    NotForRent,
    OfferOver,
    OwnUnit,
    UnitAgreed,
    UnitLimit,
    ViewingLimit,
)
from schema.rentals.tenancies import RentalAgreement, Viewing
from schema.rentals.units import RentalUnit

ListRentalResult = Annotated[
    RentalUnit | UnitLimit | IdempotencyConflict | InProgress | AccountSuspended | NotFound,
    strawberry.union("ListRentalResult", description="What is for rent now, or why not."),
]
RentalUnitResult = Annotated[
    RentalUnit | StaleState | AccountSuspended | NotFound,
    strawberry.union("RentalUnitResult", description="The unit, or why nothing was done."),
]
RequestViewingResult = Annotated[
    Viewing
    | OwnUnit
    | NotForRent
    | ViewingLimit
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("RequestViewingResult", description="The visit, or why it was refused."),
]
ViewingResult = Annotated[
    Viewing | StaleState | AccountSuspended | NotFound,
    strawberry.union("ViewingResult", description="The visit, or why nothing was done."),
]
OfferAgreementResult = Annotated[
    RentalAgreement | NotForRent | IdempotencyConflict | InProgress | AccountSuspended | NotFound,
    strawberry.union("OfferAgreementResult", description="The offer, or why it was refused."),
]
AcceptAgreementResult = Annotated[
    RentalAgreement | OfferOver | UnitAgreed | StaleState | AccountSuspended | NotFound,
    strawberry.union("AcceptAgreementResult", description="The agreement, or why not."),
]
DeclineAgreementResult = Annotated[
    RentalAgreement | StaleState | AccountSuspended | NotFound,
    strawberry.union("DeclineAgreementResult", description="The agreement, or why not."),
]


@strawberry.input(description="Something to let. Amounts are for a month, a vehicle's for a day.")
class ListRentalInput:
    kind: UnitKind = strawberry.field(description="What it is.")
    place_id: strawberry.ID = strawberry.field(description="Where it is.")
    title_bn: str = strawberry.field(description="A title in Bengali.")
    rent: Paisa = strawberry.field(description="The rent, whole taka as paisa.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each unit.")
    advance: Paisa = strawberry.field(
        default=listing.NOTHING, description="Needed of all but vehicles, which have none."
    )
    service_charge: Paisa = strawberry.field(
        default=listing.NOTHING, description="On top of each month's rent."
    )
    title_en: str = strawberry.field(default="", description="A title in English.")
    address: str = strawberry.field(default="", description="Told to confirmed visitors alone.")
    description: str = strawberry.field(default="", description="What tenants should know.")
    rooms: int | None = strawberry.field(default=None, description="How many rooms.")
    floor: int | None = strawberry.field(default=None, description="On which floor; 0: ground.")
    area_sqft: int | None = strawberry.field(default=None, description="In square feet.")
    seats: int | None = strawberry.field(default=None, description="Of a vehicle.")
    tenants: Tenants = strawberry.field(default=Tenants.ANYBODY, description="To whom it is let.")
    amenities: list[str] | None = strawberry.field(
        default=None, description="Of LIFT, GAS, WATER, PARKING, GUARD, ELECTRICITY, ..."
    )


@strawberry.input(description="Another price for something to let.")
class ChangeRentInput:
    rental_unit_id: strawberry.ID = strawberry.field(description="Which unit.")
    rent: Paisa = strawberry.field(description="The rent.")
    advance: Paisa = strawberry.field(default=listing.NOTHING, description="The advance.")
    service_charge: Paisa = strawberry.field(
        default=listing.NOTHING, description="On top of each month's rent."
    )


@strawberry.input(description="Something for rent.")
class RentalUnitInput:
    rental_unit_id: strawberry.ID = strawberry.field(description="Which unit.")


@strawberry.input(description="A wish to see something.")
class RequestViewingInput:
    rental_unit_id: strawberry.ID = strawberry.field(description="Which unit.")
    starts_at: datetime = strawberry.field(description="When, within thirty days.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each visit.")
    note: str = strawberry.field(default="", description="What the owner should know.")


@strawberry.input(description="A visit.")
class ViewingInput:
    viewing_id: strawberry.ID = strawberry.field(description="Which visit.")


@strawberry.input(description="A tenancy for somebody who saw the place.")
class OfferAgreementInput:
    viewing_id: strawberry.ID = strawberry.field(description="By which visit.")
    starts_on: date = strawberry.field(description="The first day, within ninety days.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each offer.")
    notice_days: int = strawberry.field(default=30, description="How long a notice is, in days.")
    rent: Paisa | None = strawberry.field(default=None, description="Left out, the unit's.")
    advance: Paisa | None = strawberry.field(default=None, description="Left out, the unit's.")
    service_charge: Paisa | None = strawberry.field(
        default=None, description="Left out, the unit's."
    )
    terms: str = strawberry.field(default="", description="What else is agreed.")


@strawberry.input(description="An agreement.")
class RentalAgreementInput:
    agreement_id: strawberry.ID = strawberry.field(description="Which agreement.")


@strawberry.type
class LettingMutation:
    @strawberry.mutation(description="Put something up for rent.", extensions=[ErrorsAsData()])
    async def list_rental(self, info: Info, input: ListRentalInput) -> ListRentalResult:
        said = listing.Prospectus(
            kind=input.kind,
            place_id=ids.decode(input.place_id, "Place"),
            title_bn=input.title_bn,
            title_en=input.title_en,
            rent=input.rent,
            advance=input.advance,
            service_charge=input.service_charge,
            address=input.address,
            description=input.description,
            rooms=input.rooms,
            floor=input.floor,
            area_sqft=input.area_sqft,
            seats=input.seats,
            tenants=input.tenants,
            amenities=tuple(input.amenities or ()),
        )
        row = await listing.put_up(
            info.context.require_viewer(),
            said,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return RentalUnit(row=row)

    @strawberry.mutation(
        description="Ask another rent, which confirms the unit too.", extensions=[ErrorsAsData()]
    )
    async def change_rent(self, info: Info, input: ChangeRentInput) -> RentalUnitResult:
        row = await listing.change_price(
            info.context.require_viewer(),
            ids.decode(input.rental_unit_id, "RentalUnit"),
            rent=input.rent,
            advance=input.advance,
            service_charge=input.service_charge,
            clock=info.context.clock,
        )
        return RentalUnit(row=row)

    @strawberry.mutation(
        description="Say that something is still to be had, for another month.",
        extensions=[ErrorsAsData()],
    )
    async def confirm_rental(self, info: Info, input: RentalUnitInput) -> RentalUnitResult:
        viewer_id, pk = info.context.require_viewer(), _unit(input)
        return RentalUnit(row=await listing.confirm(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Take something down for good.", extensions=[ErrorsAsData()])
    async def retire_rental(self, info: Info, input: RentalUnitInput) -> RentalUnitResult:
        return RentalUnit(row=await listing.retire(info.context.require_viewer(), _unit(input)))

    @strawberry.mutation(description="Ask to see something.", extensions=[ErrorsAsData()])
    async def request_viewing(self, info: Info, input: RequestViewingInput) -> RequestViewingResult:
        row = await viewing.request_viewing(
            info.context.require_viewer(),
            ids.decode(input.rental_unit_id, "RentalUnit"),
            starts_at=input.starts_at,
            note=input.note,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Viewing(row=row)

    @strawberry.mutation(
        description="Say yes to a visit: the visitor sees the address, both each other's phone.",
        extensions=[ErrorsAsData()],
    )
    async def confirm_viewing(self, info: Info, input: ViewingInput) -> ViewingResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.viewing_id, "Viewing")
        return Viewing(row=await viewing.confirm_viewing(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Say no to a visit.", extensions=[ErrorsAsData()])
    async def decline_viewing(self, info: Info, input: ViewingInput) -> ViewingResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.viewing_id, "Viewing")
        return Viewing(row=await viewing.decline_viewing(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Call a visit off.", extensions=[ErrorsAsData()])
    async def cancel_viewing(self, info: Info, input: ViewingInput) -> ViewingResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.viewing_id, "Viewing")
        return Viewing(row=await viewing.cancel_viewing(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Offer a tenancy to somebody whose visit was confirmed.",
        extensions=[ErrorsAsData()],
    )
    async def offer_agreement(self, info: Info, input: OfferAgreementInput) -> OfferAgreementResult:
        terms = agreeing.Terms(
            starts_on=input.starts_on,
            notice_days=input.notice_days,
            rent=input.rent,
            advance=input.advance,
            service_charge=input.service_charge,
            text=input.terms,
        )
        row = await agreeing.offer(
            info.context.require_viewer(),
            ids.decode(input.viewing_id, "Viewing"),
            terms,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return RentalAgreement(row=row)

    @strawberry.mutation(
        description="Say yes to a tenancy; then pay `advancePaymentId` within 72 hours.",
        extensions=[ErrorsAsData()],
    )
    async def accept_agreement(
        self, info: Info, input: RentalAgreementInput
    ) -> AcceptAgreementResult:
        viewer_id, pk = info.context.require_viewer(), agreement_id(input)
        return RentalAgreement(row=await agreeing.accept(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Say no to a tenancy, or step back before the advance is paid.",
        extensions=[ErrorsAsData()],
    )
    async def decline_agreement(
        self, info: Info, input: RentalAgreementInput
    ) -> DeclineAgreementResult:
        viewer_id, pk = info.context.require_viewer(), agreement_id(input)
        return RentalAgreement(row=await agreeing.decline(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Take an offer back.", extensions=[ErrorsAsData()])
    async def withdraw_agreement(
        self, info: Info, input: RentalAgreementInput
    ) -> DeclineAgreementResult:
        viewer_id, pk = info.context.require_viewer(), agreement_id(input)
        return RentalAgreement(row=await agreeing.withdraw(viewer_id, pk))


def agreement_id(input: RentalAgreementInput) -> int:
    """Return which agreement is meant."""
    return ids.decode(input.agreement_id, "RentalAgreement")


def _unit(input: RentalUnitInput) -> int:
    return ids.decode(input.rental_unit_id, "RentalUnit")
