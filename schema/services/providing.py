"""What providers do about themselves, and officers about them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated

import strawberry

from hmk_graph.services import approving, providing, switching
from schema import ids
from schema.accounts.refusals import (
    AccountSuspended,
    ApplicationIncomplete,
    NotAHome,
    NotOnOneself,
    PhoneNotValid,
    ReasonTooShort,
    SecondOfficerNeeded,
    StillOwing,
)
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.media import PapersMissing
from schema.services.choices import Gender, ProviderCommand, Signal
from schema.services.offers import Provider, Service
from schema.services.refusals import AwayTooLong


@strawberry.input(description="Who a provider is.")
class SaveProviderInput:
    name: str = strawberry.field(description="The name that people see, 1 to 120 characters.")
    contact_phone: str = strawberry.field(description="A mobile number of Bangladesh.")
    place_id: strawberry.ID = strawberry.field(description="The union or municipality of his home.")
    about: str = strawberry.field(default="", description="Needed before it is handed in.")
    village: str = strawberry.field(default="", description="Village or road.")
    gender: Gender | None = strawberry.field(default=None, description="Of the one who comes.")


@strawberry.input(description="How a provider works.")
class SetProviderTermsInput:
    seats: int = strawberry.field(default=1, description="How many at one time, 1 to 50.")
    buffer_before_minutes: int = strawberry.field(default=0, description="Kept free before work.")
    buffer_after_minutes: int = strawberry.field(default=0, description="Kept free after work.")
    notice_minutes: int = strawberry.field(default=60, description="The least time ahead.")
    horizon_days: int = strawberry.field(default=30, description="The most days ahead, to 180.")
    instant: bool = strawberry.field(default=False, description="Say yes to all at once.")


@strawberry.input(description="A time of a day in Dhaka, in minutes from its midnight.")
class WorkingSpanInput:
    opens: int = strawberry.field(description="From, 0 to 1439.")
    closes: int = strawberry.field(description="To, up to 1440.")


@strawberry.input(description="When a provider works in the week.")
class SetWorkingHoursInput:
    week: list[list[WorkingSpanInput]] = strawberry.field(
        description="Seven days from Monday, each with its spans."
    )


@strawberry.input(description="A date on which a provider works otherwise.")
class SetSpecialDayInput:
    day: date = strawberry.field(description="The date in Dhaka.")
    spans: list[WorkingSpanInput] | None = strawberry.field(
        default=None, description="When he works, [] for not at all; null: as in the week."
    )


@strawberry.input(description="Where a provider comes to.")
class SetServedPlacesInput:
    place_ids: list[strawberry.ID] = strawberry.field(
        description="Unions, municipalities, upazilas or the district; home is always among them."
    )


@strawberry.input(description="When a provider is away.")
class GoAwayInput:
    closed_from: datetime | None = strawberry.field(default=None, description="From when.")
    closed_to: datetime | None = strawberry.field(
        default=None, description="Until when. Both null: he is back."
    )


@strawberry.input(description="What a provider's switch says.")
class SwitchAvailabilityInput:
    signal: Signal = strawberry.field(description="What it says.")
    minutes: int | None = strawberry.field(
        default=None, description="For how long, 1 to 720; null: until it says otherwise."
    )


@strawberry.input(description="An officer's decision about a provider.")
class DecideProviderInput:
    provider_id: strawberry.ID = strawberry.field(description="About whom.")
    decision: ProviderCommand = strawberry.field(
        description="Any but SUBMIT. TERMINATE takes effect when a second officer decides it too."
    )
    reason: str = strawberry.field(
        default="", description="At least ten characters, but for VERIFY and RESTORE."
    )


@strawberry.input(description="An officer's decision about a service.")
class DecideServiceInput:
    service_id: strawberry.ID = strawberry.field(description="About which.")
    approved: bool = strawberry.field(description="Whether it may be shown.")
    reason: str = strawberry.field(default="", description="Why not, at least ten characters.")


SaveProviderResult = Annotated[
    Provider | PhoneNotValid | NotAHome | StaleState | NotFound | AccountSuspended,
    strawberry.union("SaveProviderResult", description="The provider, or why not."),
]
SubmitProviderResult = Annotated[
    Provider | ApplicationIncomplete | StaleState | NotFound | AccountSuspended,
    strawberry.union("SubmitProviderResult", description="The provider, or why not."),
]
ProviderResult = Annotated[
    Provider | AwayTooLong | StaleState | NotFound | AccountSuspended,
    strawberry.union("ProviderResult", description="The provider, or why nothing was done."),
]
DecideProviderResult = Annotated[
    Provider
    | NotOnOneself
    | StaleState
    | PapersMissing
    | ReasonTooShort
    | SecondOfficerNeeded
    | StillOwing
    | NotFound
    | AccountSuspended,
    strawberry.union("DecideProviderResult", description="The provider, or why not."),
]
DecideServiceResult = Annotated[
    Service
    | NotOnOneself
    | StaleState
    | PapersMissing
    | ReasonTooShort
    | NotFound
    | AccountSuspended,
    strawberry.union("DecideServiceResult", description="The service, or why not."),
]


@strawberry.type
class ProvidingMutation:
    @strawberry.mutation(
        description="Write one's application as a provider, or one's profile anew.",
        extensions=[ErrorsAsData()],
    )
    async def save_provider(self, info: Info, input: SaveProviderInput) -> SaveProviderResult:
        profile = providing.Profile(
            name=input.name,
            contact_phone=input.contact_phone,
            place_id=ids.decode(input.place_id, "Place"),
            about=input.about,
            village=input.village,
            gender=input.gender,
        )
        viewer_id = info.context.require_viewer()
        row = await providing.save_provider(viewer_id, profile, clock=info.context.clock)
        return Provider(row=row)

    @strawberry.mutation(
        description="Hand one's application in, with the drafted services that have a price.",
        extensions=[ErrorsAsData()],
    )
    async def submit_provider(self, info: Info) -> SubmitProviderResult:
        row = await providing.submit(info.context.require_viewer(), clock=info.context.clock)
        return Provider(row=row)

    @strawberry.mutation(
        description="Say how many one serves at once, and how long before and after.",
        extensions=[ErrorsAsData()],
    )
    async def set_provider_terms(self, info: Info, input: SetProviderTermsInput) -> ProviderResult:
        terms = providing.Terms(
            seats=input.seats,
            buffer_before_m=input.buffer_before_minutes,
            buffer_after_m=input.buffer_after_minutes,
            notice_m=input.notice_minutes,
            horizon_d=input.horizon_days,
            instant=input.instant,
        )
        return Provider(row=await providing.set_terms(info.context.require_viewer(), terms))

    @strawberry.mutation(description="Say when one works in the week.", extensions=[ErrorsAsData()])
    async def set_working_hours(self, info: Info, input: SetWorkingHoursInput) -> ProviderResult:
        week = [_spans(day) for day in input.week]
        return Provider(row=await providing.set_hours(info.context.require_viewer(), week))

    @strawberry.mutation(
        description="Work otherwise on one date, or not at all.", extensions=[ErrorsAsData()]
    )
    async def set_special_day(self, info: Info, input: SetSpecialDayInput) -> ProviderResult:
        spans = None if input.spans is None else _spans(input.spans)
        viewer_id = info.context.require_viewer()
        row = await providing.set_special_day(viewer_id, input.day, spans, clock=info.context.clock)
        return Provider(row=row)

    @strawberry.mutation(description="Say where one comes to.", extensions=[ErrorsAsData()])
    async def set_served_places(self, info: Info, input: SetServedPlacesInput) -> ProviderResult:
        places = [ids.decode(each, "Place") for each in input.place_ids]
        return Provider(row=await providing.set_served(info.context.require_viewer(), places))

    @strawberry.mutation(
        description="Take nobody for a time, or be back.", extensions=[ErrorsAsData()]
    )
    async def go_away(self, info: Info, input: GoAwayInput) -> ProviderResult:
        row = await providing.go_away(
            info.context.require_viewer(),
            input.closed_from,
            input.closed_to,
            clock=info.context.clock,
        )
        return Provider(row=row)

    @strawberry.mutation(
        description="The switch: free for two hours, busy, off.", extensions=[ErrorsAsData()]
    )
    async def switch_availability(
        self, info: Info, input: SwitchAvailabilityInput
    ) -> ProviderResult:
        lasts = None if input.minutes is None else timedelta(minutes=input.minutes)
        viewer_id = info.context.require_viewer()
        row = await switching.switch(viewer_id, input.signal, lasts, clock=info.context.clock)
        return Provider(row=row)

    @strawberry.mutation(
        description="Decide about a provider, as an officer of the area.",
        extensions=[ErrorsAsData()],
    )
    async def decide_provider(self, info: Info, input: DecideProviderInput) -> DecideProviderResult:
        row = await approving.decide(
            info.context.require_viewer(),
            ids.decode(input.provider_id, "Provider"),
            input.decision,
            reason=input.reason,
            clock=info.context.clock,
        )
        return Provider(row=row)

    @strawberry.mutation(
        description="Let a service be shown, or send it back, as an officer of the area.",
        extensions=[ErrorsAsData()],
    )
    async def decide_service(self, info: Info, input: DecideServiceInput) -> DecideServiceResult:
        row = await approving.decide_service(
            info.context.require_viewer(),
            ids.decode(input.service_id, "Service"),
            approved=input.approved,
            reason=input.reason,
            clock=info.context.clock,
        )
        return Service(row=row)


def _spans(spans: list[WorkingSpanInput]) -> list[list[int]]:
    return [[span.opens, span.closes] for span in spans]
