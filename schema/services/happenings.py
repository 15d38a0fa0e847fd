"""What the streams of bookings, desks and sittings say, item by item."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.money import Paisa
from schema.context import Info
from schema.scalars import Cursor
from schema.services.bookings import Booking
from schema.services.offers import Provider, Service, services_seen
from schema.services.sittings import Sitting
from schema.streams import Heartbeat, Lagged, Reconnect, Reset, StreamEvent, tells


@strawberry.interface(description="An event of one booking, with what redraws it.")
class BookingEvent(StreamEvent):
    booking_id: strawberry.ID = strawberry.field(description="Which booking.")
    state: str = strawberry.field(description="Where it stands now.")
    starts_at: datetime = strawberry.field(description="When it begins.")
    finishes_at: datetime = strawberry.field(description="When it ends as planned.")


@tells("services.booking_held")
@strawberry.type(description="A citizen holds the time while he makes up his mind.")
class BookingHeld(BookingEvent):
    held_until: datetime = strawberry.field(description="Until when.")


@tells("services.booking_requested")
@strawberry.type(description="The citizen asks for the time.")
class BookingRequested(BookingEvent):
    respond_by: datetime = strawberry.field(description="Until when the provider may answer.")


@tells("services.booking_confirmed")
@strawberry.type(description="The provider said yes.")
class BookingConfirmed(BookingEvent):
    pass


@strawberry.interface(description="A booking came to nothing; the nearest others come with it.")
class WithAlternatives(BookingEvent):
    alternative_ids: strawberry.Private[list[int]]

    @strawberry.field(description="The nearest three other services that can be booked.")
    async def alternatives(self, info: Info) -> list[Service]:
        return await services_seen(info, self.alternative_ids)


@tells("services.booking_declined")
@strawberry.type(description="The provider said no.")
class BookingDeclined(WithAlternatives):
    reason: str = strawberry.field(description="Why, if he said so.")


@tells("services.booking_expired")
@strawberry.type(description="The hold ran out, or the provider did not answer in time.")
class BookingExpired(WithAlternatives):
    pass


@tells("services.booking_cancelled")
@strawberry.type(description="It was called off.")
class BookingCancelled(BookingEvent):
    by: str = strawberry.field(description="CITIZEN, PROVIDER or OFFICER.")
    fee: Paisa = strawberry.field(description="What the citizen owes for it.")
    reason: str = strawberry.field(description="Why, if it was said.")


@tells("services.booking_rescheduled")
@strawberry.type(description="It moved to another time.")
class BookingRescheduled(BookingEvent):
    was_starts_at: datetime = strawberry.field(description="When it began before.")


@tells("services.booking_started")
@strawberry.type(description="The work has begun.")
class BookingStarted(BookingEvent):
    by: str = strawberry.field(description="CITIZEN or PROVIDER.")


@tells("services.booking_done")
@strawberry.type(description="The provider says that the work is done.")
class BookingDone(BookingEvent):
    final_amount: Paisa = strawberry.field(description="What it costs.")
    closes_at: datetime = strawberry.field(description="When it closes if nobody disagrees.")


@tells("services.booking_closed")
@strawberry.type(description="It is over, and can be reviewed.")
class BookingClosed(BookingEvent):
    by: str = strawberry.field(description="CITIZEN, or CLOCK after two days.")


@tells("services.no_show_reported")
@strawberry.type(description="One side says that the other did not come.")
class NoShowReported(BookingEvent):
    absent: str = strawberry.field(description="CITIZEN or PROVIDER.")
    contest_by: datetime = strawberry.field(description="Until when that can be contested.")


@tells("services.booking_disputed")
@strawberry.type(description="The two disagree; an officer decides.")
class BookingDisputed(BookingEvent):
    by: str = strawberry.field(description="CITIZEN or PROVIDER.")
    reason: str = strawberry.field(description="Why.")


@tells("services.dispute_decided")
@strawberry.type(description="The dispute is over.")
class DisputeDecided(BookingEvent):
    by: str = strawberry.field(description="OFFICER, or CLOCK after thirty days.")
    reason: str = strawberry.field(description="Why.")


@tells("services.quote_moved")
@strawberry.type(description="A quote was sent, accepted, rejected, replaced, or ran out.")
class QuoteMoved(BookingEvent):
    quote_id: strawberry.ID = strawberry.field(description="Which quote.")
    quote_state: str = strawberry.field(description="What became of it.")
    total: Paisa = strawberry.field(description="Its sum.")
    expires_at: datetime | None = strawberry.field(description="Until when it can be accepted.")


@strawberry.type(description="The booking as it stands. Events after it carry on from its cursor.")
class BookingSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    booking: Booking = strawberry.field(description="The booking.")
    server_now: datetime = strawberry.field(description="The server's clock.")


BookingStreamItem = Annotated[
    BookingSnapshot
    | BookingHeld
    | BookingRequested
    | BookingConfirmed
    | BookingDeclined
    | BookingExpired
    | BookingCancelled
    | BookingRescheduled
    | BookingStarted
    | BookingDone
    | BookingClosed
    | NoShowReported
    | BookingDisputed
    | DisputeDecided
    | QuoteMoved
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("BookingStreamItem", description="What the stream of a booking says."),
]


@tells("services.provider_decided")
@strawberry.type(description="Officers decided about the provider.")
class ProviderDecided(StreamEvent):
    decision: str = strawberry.field(description="What they did, such as VERIFY.")
    state: str = strawberry.field(description="Where he stands now.")
    reason: str = strawberry.field(description="Why.")


@tells("services.service_moved")
@strawberry.type(description="A service was approved, sent back, paused, has grown stale, ...")
class ServiceMoved(StreamEvent):
    service_id: strawberry.ID = strawberry.field(description="Which.")
    state: str = strawberry.field(description="Where it stands now.")
    reason: str = strawberry.field(description="Why, if an officer said so.")


@tells("services.service_asked")
@strawberry.type(description="Is this service still right? confirmService says so by one tap.")
class ServiceAsked(StreamEvent):
    service_id: strawberry.ID = strawberry.field(description="Which.")
    hidden_by: datetime = strawberry.field(description="When it is hidden if nobody answers.")


@tells("services.desk_described")
@strawberry.type(description="The provider describes himself or what he offers in another way.")
class DeskDescribed(StreamEvent):
    pass


@tells("services.availability_changed")
@strawberry.type(description="The switch or the work changed whether one counts as free.")
class AvailabilityChanged(StreamEvent):
    state: str = strawberry.field(description="FREE, BUSY, OFF or UNKNOWN.")
    observed_at: datetime | None = strawberry.field(description="When that was said or seen.")
    believed_until: datetime | None = strawberry.field(description="Until when it is believed.")
    next_free_at: datetime | None = strawberry.field(description="When one is free, if known.")


@tells("services.desk_changed")
@strawberry.type(description="One of the provider's bookings moved.")
class DeskChanged(StreamEvent):
    booking_id: strawberry.ID = strawberry.field(description="Which.")
    state: str = strawberry.field(description="Where it stands now.")
    starts_at: datetime = strawberry.field(description="When it begins.")
    finishes_at: datetime = strawberry.field(description="When it ends as planned.")


@strawberry.type(description="The provider's desk as it stands.")
class DeskSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    provider: Provider = strawberry.field(description="The provider.")
    bookings: list[Booking] = strawberry.field(
        description="What is to be answered or done, the soonest first, at most fifty."
    )
    server_now: datetime = strawberry.field(description="The server's clock.")


ProviderStreamItem = Annotated[
    DeskSnapshot
    | ProviderDecided
    | ServiceMoved
    | ServiceAsked
    | DeskDescribed
    | AvailabilityChanged
    | DeskChanged
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("ProviderStreamItem", description="What a provider's own stream says."),
]


@strawberry.interface(description="An event of one sitting. Numbers are public, people are not.")
class SittingEvent(StreamEvent):
    sitting_id: strawberry.ID = strawberry.field(description="Which sitting.")
    state: str = strawberry.field(description="Where it stands now.")
    taken: int = strawberry.field(description="How many numbers are taken.")
    now_serving: int = strawberry.field(description="The number that is served now.")
    waiting: int = strawberry.field(description="How many wait.")
    mean_seconds: int = strawberry.field(description="How many seconds one person takes.")


@tells("services.sitting_moved")
@strawberry.type(description="The sitting was announced, began, ended, or was called off.")
class SittingMoved(SittingEvent):
    pass


@tells("services.serial_moved")
@strawberry.type(description="A number was taken, called, served, passed over, or given back.")
class SerialMoved(SittingEvent):
    number: int = strawberry.field(description="Which number.")
    serial_state: str = strawberry.field(description="Where it stands now.")


@strawberry.type(description="The sitting as it stands. Events after it carry on from its cursor.")
class SittingSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event in this state.")
    sitting: Sitting = strawberry.field(description="The sitting.")
    server_now: datetime = strawberry.field(description="The server's clock.")


SittingStreamItem = Annotated[
    SittingSnapshot | SittingMoved | SerialMoved | Heartbeat | Lagged | Reset | Reconnect,
    strawberry.union("SittingStreamItem", description="What the stream of a sitting says."),
]
