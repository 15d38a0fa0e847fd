"""What providers do with their services and prices."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.services import offering, pricing
from schema import ids
from schema.accounts.refusals import AccountSuspended, ApplicationIncomplete
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.services.choices import Venue
from schema.services.offers import Service
from schema.services.prices import PriceOption
from schema.services.refusals import OptionPriceChanged


@strawberry.input(description="What one offers.")
class DraftServiceInput:
    category_id: strawberry.ID = strawberry.field(description="What sort of service.")
    title_bn: str = strawberry.field(description="Title in Bengali, 1 to 120 characters.")
    title_en: str = strawberry.field(default="", description="Title in English.")
    description: str = strawberry.field(default="", description="Up to 2000 characters.")
    venue: Venue = strawberry.field(default=Venue.CUSTOMER, description="Where the work is done.")
    licence_no: str = strawberry.field(
        default="", description="Needed before it is handed in, where the category says so."
    )
    licence_until: date | None = strawberry.field(
        default=None, description="Until when it holds; null: it does not end."
    )
    idempotency_key: str = strawberry.field(description="Made by the client, once for this wish.")


@strawberry.input(description="A service written anew.")
class ChangeServiceInput:
    service_id: strawberry.ID = strawberry.field(description="Which.")
    category_id: strawberry.ID = strawberry.field(description="Another one sends it to officers.")
    title_bn: str = strawberry.field(description="Title in Bengali, 1 to 120 characters.")
    title_en: str = strawberry.field(default="", description="Title in English.")
    description: str = strawberry.field(default="", description="Up to 2000 characters.")
    venue: Venue = strawberry.field(default=Venue.CUSTOMER, description="Where the work is done.")
    licence_no: str = strawberry.field(default="", description="Another one sends it to officers.")
    licence_until: date | None = strawberry.field(
        default=None, description="Another day sends it to officers."
    )


@strawberry.input(description="One of one's services.")
class ServiceInput:
    service_id: strawberry.ID = strawberry.field(description="Which.")


@strawberry.input(description="A price for a service.")
class AddPriceOptionInput:
    service_id: strawberry.ID = strawberry.field(description="Of which service.")
    label_bn: str = strawberry.field(description="What for, in Bengali.")
    label_en: str = strawberry.field(default="", description="What for, in English.")
    unit: str = strawberry.field(description="One of the category's units.")
    minutes: int = strawberry.field(description="How long one unit takes, 5 to 1440.")
    amount: Paisa = strawberry.field(description="What one unit costs, in whole taka.")
    needs_quote: bool = strawberry.field(
        default=False, description="Whether this is for a look, and the work is priced then."
    )
    idempotency_key: str = strawberry.field(description="Made by the client, once for this wish.")


@strawberry.input(description="A new price of an option.")
class ChangeServicePriceInput:
    option_id: strawberry.ID = strawberry.field(description="Of which option.")
    amount: Paisa = strawberry.field(
        description="What one unit costs from now on, in whole taka; what is booked stays."
    )
    seen_amount: Paisa | None = strawberry.field(
        default=None,
        description="What it cost when one looked; another price since then is refused.",
    )
    idempotency_key: str = strawberry.field(description="Made by the client, once for this wish.")


@strawberry.input(description="One of one's options.")
class PriceOptionInput:
    option_id: strawberry.ID = strawberry.field(description="Which.")


DraftServiceResult = Annotated[
    Service | NotFound | IdempotencyConflict | InProgress | AccountSuspended,
    strawberry.union("DraftServiceResult", description="The service, or why not."),
]
SubmitServiceResult = Annotated[
    Service | ApplicationIncomplete | StaleState | NotFound | AccountSuspended,
    strawberry.union("SubmitServiceResult", description="The service, or why not."),
]
ServiceResult = Annotated[
    Service | StaleState | NotFound | AccountSuspended,
    strawberry.union("ServiceResult", description="The service, or why nothing was done."),
]
AddPriceOptionResult = Annotated[
    PriceOption | StaleState | NotFound | IdempotencyConflict | InProgress | AccountSuspended,
    strawberry.union("AddPriceOptionResult", description="The option, or why not."),
]
ChangeServicePriceResult = Annotated[
    PriceOption
    | OptionPriceChanged
    | StaleState
    | NotFound
    | IdempotencyConflict
    | InProgress
    | AccountSuspended,
    strawberry.union("ChangeServicePriceResult", description="The option, or why not."),
]
PriceOptionResult = Annotated[
    PriceOption | StaleState | NotFound | AccountSuspended,
    strawberry.union("PriceOptionResult", description="The option, or why nothing was done."),
]


@strawberry.type
class OfferingMutation:
    @strawberry.mutation(
        description="Write down a service that one offers.", extensions=[ErrorsAsData()]
    )
    async def draft_service(self, info: Info, input: DraftServiceInput) -> DraftServiceResult:
        row = await offering.draft(
            info.context.require_viewer(),
            _offer(input),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Service(row=row)

    @strawberry.mutation(description="Write a service anew.", extensions=[ErrorsAsData()])
    async def change_service(self, info: Info, input: ChangeServiceInput) -> SubmitServiceResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.service_id, "Service")
        row = await offering.change(viewer_id, pk, _offer(input), clock=info.context.clock)
        return Service(row=row)

    @strawberry.mutation(
        description="Hand a service in; an officer of the area looks at it.",
        extensions=[ErrorsAsData()],
    )
    async def submit_service(self, info: Info, input: ServiceInput) -> SubmitServiceResult:
        viewer_id, pk = _mine(info, input)
        return Service(row=await offering.submit(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Take a service off for a while.", extensions=[ErrorsAsData()])
    async def pause_service(self, info: Info, input: ServiceInput) -> ServiceResult:
        viewer_id, pk = _mine(info, input)
        return Service(row=await offering.pause(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Offer a paused service again.", extensions=[ErrorsAsData()])
    async def resume_service(self, info: Info, input: ServiceInput) -> ServiceResult:
        viewer_id, pk = _mine(info, input)
        return Service(row=await offering.resume(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Say by one tap that a service is still right.", extensions=[ErrorsAsData()]
    )
    async def confirm_service(self, info: Info, input: ServiceInput) -> ServiceResult:
        viewer_id, pk = _mine(info, input)
        return Service(row=await offering.confirm(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Offer a service no more; what is booked stays.", extensions=[ErrorsAsData()]
    )
    async def retire_service(self, info: Info, input: ServiceInput) -> ServiceResult:
        viewer_id, pk = _mine(info, input)
        return Service(row=await offering.retire(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Add a price to a service.", extensions=[ErrorsAsData()])
    async def add_price_option(
        self, info: Info, input: AddPriceOptionInput
    ) -> AddPriceOptionResult:
        new = pricing.NewOption(
            label_bn=input.label_bn,
            label_en=input.label_en,
            unit=input.unit,
            minutes=input.minutes,
            amount=input.amount,
            needs_quote=input.needs_quote,
        )
        row = await pricing.add_option(
            info.context.require_viewer(),
            ids.decode(input.service_id, "Service"),
            new,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return PriceOption(row=row)

    @strawberry.mutation(
        description="Set what an option costs from now on; the history keeps the old price.",
        extensions=[ErrorsAsData()],
    )
    async def change_service_price(
        self, info: Info, input: ChangeServicePriceInput
    ) -> ChangeServicePriceResult:
        row = await pricing.change_price(
            info.context.require_viewer(),
            ids.decode(input.option_id, "PriceOption"),
            input.amount,
            seen=input.seen_amount,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return PriceOption(row=row)

    @strawberry.mutation(description="Offer an option no more.", extensions=[ErrorsAsData()])
    async def retire_price_option(self, info: Info, input: PriceOptionInput) -> PriceOptionResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.option_id, "PriceOption")
        return PriceOption(row=await pricing.retire_option(viewer_id, pk, clock=info.context.clock))


def _mine(info: Info, input: ServiceInput) -> tuple[int, int]:
    return info.context.require_viewer(), ids.decode(input.service_id, "Service")


def _offer(input: DraftServiceInput | ChangeServiceInput) -> offering.Offer:
    return offering.Offer(
        category_id=ids.decode(input.category_id, "ServiceCategory"),
        title_bn=input.title_bn,
        title_en=input.title_en,
        description=input.description,
        venue=input.venue,
        licence_no=input.licence_no,
        licence_until=input.licence_until,
    )
