"""Visits, tenancies and hires, as each of the two sides sees them."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from hmk_graph import errors
from hmk_graph.accounts import queries as account_queries
from hmk_graph.money import Paisa
from hmk_graph.payments import queries as payment_queries
from hmk_graph.rentals import agreeing, billing, queries
from hmk_graph.rentals import models as tables
from schema import ids
from schema.context import Info
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.rentals.choices import (
    AgreementCommand,
    AgreementState,
    DeductionState,
    HireCommand,
    HireState,
    ViewingCommand,
    ViewingState,
)
from schema.rentals.units import RentalUnit, unit_of
from schema.scalars import Cursor


@strawberry.type(description="A visit to see something for rent. Its two sides alone see it.")
class Viewing:
    row: strawberry.Private[tables.Viewing]

    @strawberry.field(description="The visit's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Viewing", self.row.id)

    @strawberry.field(description="What is seen.")
    async def unit(self) -> RentalUnit:
        return await unit_of(self.row.unit_id)

    @strawberry.field(description="Where it stands.")
    def state(self) -> ViewingState:
        return self.row.state

    @strawberry.field(description="When.")
    def starts_at(self) -> datetime:
        return self.row.starts_at

    @strawberry.field(description="What the visitor adds.")
    def note(self) -> str:
        return self.row.note

    @strawberry.field(description="The visitor's name.")
    async def visitor_name(self) -> str:
        return await loader(account_queries.names).load(self.row.visitor_id)

    @strawberry.field(description="The other side's phone, once the owner has said yes.")
    async def phone(self, info: Info) -> str | None:
        if self.row.state not in queries.MET:
            return None
        owner_id = (await unit_of(self.row.unit_id)).row.owner_id
        return await _phone_of_other(info, owner_id, self.row.visitor_id)

    @strawberry.field(description="What the viewer may do with it now.")
    def allowed_transitions(self, info: Info) -> list[ViewingCommand]:
        known = queries.viewing_commands(info.context.viewer_id, self.row)
        return [ViewingCommand(command) for command in known]


@strawberry.type(description="What a tenant owes for one month.")
class RentDue:
    row: strawberry.Private[tables.MonthlyDue]

    @strawberry.field(description="The month's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("RentDue", self.row.id)

    @strawberry.field(description="The first day of the month.")
    def month(self) -> date:
        return self.row.month

    @strawberry.field(description="Rent and service charge; of a part of a month its days.")
    def amount(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="When it was paid; null: it is still owed.")
    def paid_at(self) -> datetime | None:
        return self.row.paid_at

    @strawberry.field(description="Whether it was paid in cash.")
    def in_cash(self) -> bool:
        return self.row.in_cash

    @strawberry.field(description="The tenant's payment to hand to `beginPayment`; null to others.")
    async def payment_id(self, info: Info) -> strawberry.ID | None:
        return await _payment_id(info, billing.RENT, self.row.id)


@strawberry.type(description="Something that the landlord wants to keep of the advance.")
class Deduction:
    row: strawberry.Private[tables.Deduction]

    @strawberry.field(description="The claim's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Deduction", self.row.id)

    @strawberry.field(description="For what.")
    def label(self) -> str:
        return self.row.label

    @strawberry.field(description="Of what the advance was.")
    async def unit(self) -> RentalUnit:
        agreement = await loader(queries.agreements_by_id).load(self.row.agreement_id)
        if agreement is None:
            raise errors.NotFound
        return await unit_of(agreement.unit_id)

    @strawberry.field(description="How much was claimed.")
    def claimed_amount(self) -> Paisa:
        return Paisa(self.row.claimed_paisa)

    @strawberry.field(description="How much is kept, as it stands.")
    def amount(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="What became of it.")
    def state(self) -> DeductionState:
        return self.row.state

    @strawberry.field(description="Why the tenant disagrees.")
    def note(self) -> str:
        return self.row.note


@strawberry.type(description="A tenancy. Its two sides alone see it.")
class RentalAgreement:
    row: strawberry.Private[tables.Agreement]

    @strawberry.field(description="The agreement's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("RentalAgreement", self.row.id)

    @strawberry.field(description="What is let.")
    async def unit(self) -> RentalUnit:
        return await unit_of(self.row.unit_id)

    @strawberry.field(description="Where it stands.")
    def state(self) -> AgreementState:
        return self.row.state

    @strawberry.field(description="Whether the viewer lets; otherwise he rents.")
    def letting(self, info: Info) -> bool:
        return self.row.landlord_id == info.context.viewer_id

    @strawberry.field(description="The landlord's name.")
    async def landlord_name(self) -> str:
        return await loader(account_queries.names).load(self.row.landlord_id)

    @strawberry.field(description="The tenant's name.")
    async def tenant_name(self) -> str:
        return await loader(account_queries.names).load(self.row.tenant_id)

    @strawberry.field(description="The other side's phone, until the advance is settled.")
    async def phone(self, info: Info) -> str | None:
        if self.row.state not in queries.PHONED_AGREEMENTS:
            return None
        return await _phone_of_other(info, self.row.landlord_id, self.row.tenant_id)

    @strawberry.field(description="The rent for a month.")
    def rent_amount(self) -> Paisa:
        return Paisa(self.row.rent_paisa)

    @strawberry.field(description="What comes on top of each month's rent.")
    def service_charge_amount(self) -> Paisa:
        return Paisa(self.row.service_charge_paisa)

    @strawberry.field(description="The advance, which is held until the end.")
    def advance_amount(self) -> Paisa:
        return Paisa(self.row.advance_paisa)

    @strawberry.field(description="The first day.")
    def starts_on(self) -> date:
        return self.row.starts_on

    @strawberry.field(description="How many days ahead the last day is to be named.")
    def notice_days(self) -> int:
        return self.row.notice_days

    @strawberry.field(description="What else is agreed.")
    def terms(self) -> str:
        return self.row.terms

    @strawberry.field(description="Until when to say yes, then until when to pay the advance.")
    def due_at(self) -> datetime | None:
        return self.row.due_at

    @strawberry.field(description="When the tenant got the keys.")
    def handed_over_at(self) -> datetime | None:
        return self.row.handed_over_at

    @strawberry.field(description="When the keys came back.")
    def returned_at(self) -> datetime | None:
        return self.row.returned_at

    @strawberry.field(description="The last day, once it is named.")
    def leaves_on(self) -> date | None:
        return self.row.leaves_on

    @strawberry.field(description="When the advance was settled.")
    def settled_at(self) -> datetime | None:
        return self.row.settled_at

    @strawberry.field(description="The tenant's payment to hand to `beginPayment`; null to others.")
    async def advance_payment_id(self, info: Info) -> strawberry.ID | None:
        return await _payment_id(info, agreeing.ADVANCE, self.row.id)

    @strawberry.field(description="The newest months, at most sixty.")
    async def dues(self) -> list[RentDue]:
        rows = await loader(queries.dues_of).load(self.row.id)
        return [RentDue(row=row) for row in rows]

    @strawberry.field(description="What is claimed of the advance.")
    async def deductions(self) -> list[Deduction]:
        rows = await loader(queries.deductions_of).load(self.row.id)
        return [Deduction(row=row) for row in rows]

    @strawberry.field(description="What the viewer may do with it now, beside keys and claims.")
    def allowed_transitions(self, info: Info) -> list[AgreementCommand]:
        known = queries.agreement_commands(info.context.viewer_id, self.row)
        return [AgreementCommand(command) for command in known]


@strawberry.type(description="A vehicle with its driver for some days. Its two sides see it.")
class VehicleHire:
    row: strawberry.Private[tables.Hire]

    @strawberry.field(description="The hire's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("VehicleHire", self.row.id)

    @strawberry.field(description="Which vehicle.")
    async def unit(self) -> RentalUnit:
        return await unit_of(self.row.unit_id)

    @strawberry.field(description="Where it stands.")
    def state(self) -> HireState:
        return self.row.state

    @strawberry.field(description="The first day.")
    def first_day(self) -> date:
        return self.row.first_day

    @strawberry.field(description="The day after the last one.")
    def until_day(self) -> date:
        return self.row.until_day

    @strawberry.field(description="What all days cost, fixed when it was asked for.")
    def amount(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="Where from.")
    def pickup(self) -> str:
        return self.row.pickup

    @strawberry.field(description="What the hirer adds.")
    def note(self) -> str:
        return self.row.note

    @strawberry.field(description="Until when the owner answers.")
    def due_at(self) -> datetime | None:
        return self.row.due_at

    @strawberry.field(description="The hirer's name.")
    async def hirer_name(self) -> str:
        return await loader(account_queries.names).load(self.row.hirer_id)

    @strawberry.field(description="The other side's phone, from the yes until it is over.")
    async def phone(self, info: Info) -> str | None:
        if not queries.is_phoned(self.row):
            return None
        owner_id = (await unit_of(self.row.unit_id)).row.owner_id
        return await _phone_of_other(info, owner_id, self.row.hirer_id)

    @strawberry.field(description="What the viewer may do with it now.")
    def allowed_transitions(self, info: Info) -> list[HireCommand]:
        known = queries.hire_commands(info.context.viewer_id, self.row)
        return [HireCommand(command) for command in known]


@strawberry.type
class TenancyQuery:
    @strawberry.field(description="A tenancy; null if there is none of the viewer's.")
    async def rental_agreement(self, info: Info, id: strawberry.ID) -> RentalAgreement | None:
        try:
            pk = ids.decode(id, "RentalAgreement")
            row = await queries.visible_agreement(info.context.viewer_id, pk)
        except errors.NotFound:
            return None
        return RentalAgreement(row=row)

    @strawberry.field(description="The visits that the viewer makes or gets, the newest first.")
    async def my_viewings(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Viewing]:
        rows = queries.viewings_of(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: Viewing(row=row), order=("-id",), first=first, after=after
        )

    @strawberry.field(description="The tenancies in which the viewer lets or rents.")
    async def my_rental_agreements(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[RentalAgreement]:
        rows = queries.agreements_of(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: RentalAgreement(row=row), order=("-id",), first=first, after=after
        )

    @strawberry.field(description="The hires in which the viewer hires or lets a vehicle.")
    async def my_vehicle_hires(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[VehicleHire]:
        rows = queries.hires_of(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: VehicleHire(row=row), order=("-id",), first=first, after=after
        )

    @strawberry.field(
        description="Disputed claims of the officer's areas, oldest first. Others see none."
    )
    async def deduction_disputes(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Deduction]:
        rows = await queries.disputes(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: Deduction(row=row), order=("id",), first=first, after=after
        )


async def _phone_of_other(info: Info, one: int, other: int) -> str | None:
    """Return the phone of the side that the viewer is not; None to anybody else."""
    sides = {one: other, other: one}
    wanted = sides.get(info.context.viewer_id or 0)
    return None if wanted is None else await loader(account_queries.phones).load(wanted)


async def _payment_id(info: Info, purpose: str, subject_id: int) -> strawberry.ID | None:
    intent = await loader(payment_queries.open_of, purpose).load(subject_id)
    if intent is None or intent.payer_id != info.context.viewer_id:
        return None
    return ids.encode("Payment", intent.id)
