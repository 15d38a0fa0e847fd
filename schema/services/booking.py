"""What citizens and providers do with bookings and quotes, and officers with disputes."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.services import answering, canceling, holding, quoting, working
from schema import ids
from schema.accounts.refusals import AccountSuspended, ReasonTooShort, SecondOfficerNeeded
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.services.bookings import Booking, Quote, shown
from schema.services.refusals import (
    AboveCeiling,
    CancelTermsChanged,
    NotBookable,
    NotServedThere,
    NotYet,
    OptionPriceChanged,
    OutsideHours,
    OutsideWindow,
    OwnService,
    QuoteClosed,
    QuoteNeeded,
    SlotTaken,
    TimeIsUp,
    TooManyHolds,
    WrongStartCode,
)


@strawberry.input(description="What a citizen wants to book.")
class HoldBookingInput:
    option_id: strawberry.ID = strawberry.field(description="At which price of which service.")
    price: Paisa = strawberry.field(description="The price of one unit that the citizen saw.")
    starts_at: datetime = strawberry.field(description="When, on a whole five minutes.")
    quantity: int = strawberry.field(default=1, description="How many units, 1 to 31.")
    seats: int = strawberry.field(
        default=1, description="How many workers, where the category allows several."
    )
    place_id: strawberry.ID | None = strawberry.field(
        default=None, description="Where to come, if the provider comes."
    )
    address: str = strawberry.field(default="", description="House, road; up to 300 characters.")
    note: str = strawberry.field(default="", description="What to know; up to 1000 characters.")
    idempotency_key: str = strawberry.field(description="Made by the client, once for this wish.")


@strawberry.input(description="One of one's bookings.")
class BookingInput:
    booking_id: strawberry.ID = strawberry.field(description="Which.")


@strawberry.input(description="A booking, and a word about it.")
class DeclineBookingInput:
    booking_id: strawberry.ID = strawberry.field(description="Which.")
    reason: str = strawberry.field(default="", description="For the citizen, if there is one.")


@strawberry.input(description="A booking to call off.")
class CancelBookingInput:
    booking_id: strawberry.ID = strawberry.field(description="Which.")
    token: str = strawberry.field(description="Of the booking's cancelTerms that were agreed to.")
    reason: str = strawberry.field(default="", description="For the other side.")


@strawberry.input(description="A booking and the reason of a step against somebody.")
class BookingReasonInput:
    booking_id: strawberry.ID = strawberry.field(description="Which.")
    reason: str = strawberry.field(description="At least ten characters.")


@strawberry.input(description="A booking to move.")
class RescheduleBookingInput:
    booking_id: strawberry.ID = strawberry.field(description="Which.")
    starts_at: datetime = strawberry.field(description="To when, on a whole five minutes.")


@strawberry.input(description="A booking to begin.")
class StartBookingInput:
    booking_id: strawberry.ID = strawberry.field(description="Which.")
    code: str | None = strawberry.field(
        default=None, description="The citizen's four digits, if the provider begins."
    )


@strawberry.input(description="Work that is done.")
class FinishBookingInput:
    booking_id: strawberry.ID = strawberry.field(description="Which.")
    amount: Paisa = strawberry.field(description="What it costs in the end.")


@strawberry.input(description="An officer's decision between two.")
class DecideDisputeInput:
    booking_id: strawberry.ID = strawberry.field(description="About which booking.")
    for_citizen: bool = strawberry.field(description="For the citizen, or for the provider.")
    reason: str = strawberry.field(description="Why, at least ten characters.")


@strawberry.input(description="A line of a quote.")
class QuoteLineInput:
    label: str = strawberry.field(description="What for.")
    amount: Paisa = strawberry.field(description="How much, in whole taka.")


@strawberry.input(description="A quote for a booking.")
class WriteQuoteInput:
    booking_id: strawberry.ID = strawberry.field(description="For which.")
    lines: list[QuoteLineInput] = strawberry.field(description="One to twenty.")
    note: str = strawberry.field(default="", description="Up to 500 characters.")
    idempotency_key: str = strawberry.field(description="Made by the client, once for this wish.")


@strawberry.input(description="A quote.")
class QuoteInput:
    quote_id: strawberry.ID = strawberry.field(description="Which.")


HoldBookingResult = Annotated[
    Booking
    | NotBookable
    | OwnService
    | OptionPriceChanged
    | OutsideWindow
    | OutsideHours
    | NotServedThere
    | SlotTaken
    | TooManyHolds
    | StaleState
    | NotFound
    | IdempotencyConflict
    | InProgress
    | AccountSuspended,
    strawberry.union("HoldBookingResult", description="The booking, or why not."),
]
RequestBookingResult = Annotated[
    Booking | NotBookable | OwnService | TimeIsUp | StaleState | NotFound | AccountSuspended,
    strawberry.union("RequestBookingResult", description="The booking, or why not."),
]
ConfirmBookingResult = Annotated[
    Booking | NotBookable | TimeIsUp | StaleState | NotFound | AccountSuspended,
    strawberry.union("ConfirmBookingResult", description="The booking, or why not."),
]
BookingResult = Annotated[
    Booking | StaleState | NotFound | AccountSuspended,
    strawberry.union("BookingResult", description="The booking, or why nothing was done."),
]
CancelBookingResult = Annotated[
    Booking | CancelTermsChanged | StaleState | NotFound | AccountSuspended,
    strawberry.union("CancelBookingResult", description="The booking, or why not."),
]
OfficersBookingResult = Annotated[
    Booking | SecondOfficerNeeded | ReasonTooShort | StaleState | NotFound | AccountSuspended,
    strawberry.union("OfficersBookingResult", description="The booking, or why not."),
]
RescheduleBookingResult = Annotated[
    Booking
    | NotBookable
    | OutsideWindow
    | OutsideHours
    | SlotTaken
    | TimeIsUp
    | StaleState
    | NotFound
    | AccountSuspended,
    strawberry.union("RescheduleBookingResult", description="The booking, or why not."),
]
StartBookingResult = Annotated[
    Booking | WrongStartCode | NotYet | StaleState | NotFound | AccountSuspended,
    strawberry.union("StartBookingResult", description="The booking, or why not."),
]
FinishBookingResult = Annotated[
    Booking | QuoteNeeded | AboveCeiling | StaleState | NotFound | AccountSuspended,
    strawberry.union("FinishBookingResult", description="The booking, or why not."),
]
ReportNoShowResult = Annotated[
    Booking | NotYet | StaleState | NotFound | AccountSuspended,
    strawberry.union("ReportNoShowResult", description="The booking, or why not."),
]
DisputeBookingResult = Annotated[
    Booking | TimeIsUp | ReasonTooShort | StaleState | NotFound | AccountSuspended,
    strawberry.union("DisputeBookingResult", description="The booking, or why not."),
]
WriteQuoteResult = Annotated[
    Quote | StaleState | NotFound | IdempotencyConflict | InProgress | AccountSuspended,
    strawberry.union("WriteQuoteResult", description="The quote, or why not."),
]
SendQuoteResult = Annotated[
    Quote | StaleState | NotFound | AccountSuspended,
    strawberry.union("SendQuoteResult", description="The quote, or why not."),
]
AnswerQuoteResult = Annotated[
    Quote | QuoteClosed | StaleState | NotFound | AccountSuspended,
    strawberry.union("AnswerQuoteResult", description="The quote, or why not."),
]


@strawberry.type
class BookingMutation:
    @strawberry.mutation(
        description="Hold a time for ten minutes. Two may be held at once.",
        extensions=[ErrorsAsData()],
    )
    async def hold_booking(self, info: Info, input: HoldBookingInput) -> HoldBookingResult:
        wish = holding.Wish(
            option_id=ids.decode(input.option_id, "PriceOption"),
            starts_at=input.starts_at,
            price=input.price,
            quantity=input.quantity,
            seats=input.seats,
            place_id=None if input.place_id is None else ids.decode(input.place_id, "Place"),
            address=input.address,
            note=input.note,
        )
        viewer_id, key = info.context.require_viewer(), input.idempotency_key
        return shown(
            await holding.hold(viewer_id, wish, idempotency_key=key, clock=info.context.clock)
        )

    @strawberry.mutation(
        description="Ask for the time that one holds.", extensions=[ErrorsAsData()]
    )
    async def request_booking(self, info: Info, input: BookingInput) -> RequestBookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        return shown(await holding.request(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Say yes, as the provider.", extensions=[ErrorsAsData()])
    async def confirm_booking(self, info: Info, input: BookingInput) -> ConfirmBookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        return shown(await answering.confirm(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Say no, as the provider; the citizen hears of the nearest others.",
        extensions=[ErrorsAsData()],
    )
    async def decline_booking(self, info: Info, input: DeclineBookingInput) -> BookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        reason, clock = input.reason, info.context.clock
        return shown(await answering.decline(viewer_id, pk, reason=reason, clock=clock))

    @strawberry.mutation(
        description="Call a booking off, on the terms that were shown.",
        extensions=[ErrorsAsData()],
    )
    async def cancel_booking(self, info: Info, input: CancelBookingInput) -> CancelBookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        return shown(
            await canceling.cancel(
                viewer_id,
                pk,
                token=input.token,
                reason=input.reason,
                clock=info.context.clock,
            )
        )

    @strawberry.mutation(
        description="Call a confirmed booking off as an officer of the area, free of charge.",
        extensions=[ErrorsAsData()],
    )
    async def cancel_booking_as_officer(
        self, info: Info, input: BookingReasonInput
    ) -> OfficersBookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        reason, clock = input.reason, info.context.clock
        return shown(await canceling.cancel_as_officer(viewer_id, pk, reason=reason, clock=clock))

    @strawberry.mutation(
        description="Move a booking to another time: it has either, never none and never both.",
        extensions=[ErrorsAsData()],
    )
    async def reschedule_booking(
        self, info: Info, input: RescheduleBookingInput
    ) -> RescheduleBookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        at, clock = input.starts_at, info.context.clock
        return shown(await canceling.reschedule(viewer_id, pk, at, clock=clock))

    @strawberry.mutation(
        description="Begin the work: the provider with the citizen's code, or the citizen.",
        extensions=[ErrorsAsData()],
    )
    async def start_booking(self, info: Info, input: StartBookingInput) -> StartBookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        return shown(await working.start(viewer_id, pk, code=input.code, clock=info.context.clock))

    @strawberry.mutation(
        description="Say that the work is done, as the provider.", extensions=[ErrorsAsData()]
    )
    async def finish_booking(self, info: Info, input: FinishBookingInput) -> FinishBookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        amount, clock = input.amount, info.context.clock
        return shown(await working.finish(viewer_id, pk, amount=amount, clock=clock))

    @strawberry.mutation(
        description="Agree that all is well; both may review then.", extensions=[ErrorsAsData()]
    )
    async def close_booking(self, info: Info, input: BookingInput) -> BookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        return shown(await working.close(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Say that the other side did not come.", extensions=[ErrorsAsData()]
    )
    async def report_no_show(self, info: Info, input: BookingInput) -> ReportNoShowResult:
        viewer_id, pk = _which(info, input.booking_id)
        return shown(await working.report_no_show(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Disagree with what is said to be done, or with having been absent.",
        extensions=[ErrorsAsData()],
    )
    async def dispute_booking(self, info: Info, input: BookingReasonInput) -> DisputeBookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        reason, clock = input.reason, info.context.clock
        return shown(await working.dispute(viewer_id, pk, reason=reason, clock=clock))

    @strawberry.mutation(
        description="Decide between the two, as an officer of the area, when a second one agrees.",
        extensions=[ErrorsAsData()],
    )
    async def decide_dispute(self, info: Info, input: DecideDisputeInput) -> OfficersBookingResult:
        viewer_id, pk = _which(info, input.booking_id)
        return shown(
            await working.decide_dispute(
                viewer_id,
                pk,
                for_citizen=input.for_citizen,
                reason=input.reason,
                clock=info.context.clock,
            )
        )


@strawberry.type
class QuoteMutation:
    @strawberry.mutation(
        description="Write a quote, or the one in draft anew.", extensions=[ErrorsAsData()]
    )
    async def write_quote(self, info: Info, input: WriteQuoteInput) -> WriteQuoteResult:
        viewer_id, pk = _which(info, input.booking_id)
        row = await quoting.write(
            viewer_id,
            pk,
            [(line.label, line.amount) for line in input.lines],
            note=input.note,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Quote(row=row)

    @strawberry.mutation(
        description="Send a drafted quote; it takes the place of one sent before.",
        extensions=[ErrorsAsData()],
    )
    async def send_quote(self, info: Info, input: QuoteInput) -> SendQuoteResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.quote_id, "Quote")
        return Quote(row=await quoting.send(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Take a quote: its total is the most that may be asked.",
        extensions=[ErrorsAsData()],
    )
    async def accept_quote(self, info: Info, input: QuoteInput) -> AnswerQuoteResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.quote_id, "Quote")
        return Quote(row=await quoting.accept(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(description="Leave a quote.", extensions=[ErrorsAsData()])
    async def reject_quote(self, info: Info, input: QuoteInput) -> AnswerQuoteResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.quote_id, "Quote")
        return Quote(row=await quoting.reject(viewer_id, pk, clock=info.context.clock))


def _which(info: Info, booking_id: strawberry.ID) -> tuple[int, int]:
    return info.context.require_viewer(), ids.decode(booking_id, "Booking")
