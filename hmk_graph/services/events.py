"""What happens to providers, bookings and sittings.

A provider's stream is his own; so is a booking's, its two sides' alone. A sitting's is public and
names nobody.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class ProviderEvent(Event):
    """Something on a provider's own stream."""

    provider_id: int

    @property
    def stream(self) -> str:
        return f"services.provider.{self.provider_id}"


@dataclass(frozen=True, kw_only=True)
class ProviderDecided(ProviderEvent):
    """Officers decided about a provider. An end for good has a second officer."""

    kind: ClassVar[str] = "services.provider_decided"
    audited: ClassVar[bool] = True
    decision: str
    state: str
    reason: str
    officer_id: int | None = None
    second_officer_id: int | None = None
    decided_at: datetime | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ServiceMoved(ProviderEvent):
    """A service changed its state: approved, sent back, grown stale, retired."""

    kind: ClassVar[str] = "services.service_moved"
    service_id: int
    state: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ServiceAsked(ProviderEvent):
    """Nobody confirmed a service for long: is it still right? Unanswered, it is hidden."""

    kind: ClassVar[str] = "services.service_asked"
    service_id: int
    hidden_by: datetime


@dataclass(frozen=True, kw_only=True)
class DeskDescribed(ProviderEvent):
    """A provider says something else of himself, of what he offers, or of where he comes to."""

    kind: ClassVar[str] = "services.desk_described"


@dataclass(frozen=True, kw_only=True)
class AvailabilityChanged(ProviderEvent):
    """A provider became free, busy or off. `category_ids`, `served`, `reach`: where it matters."""

    kind: ClassVar[str] = "services.availability_changed"
    state: str
    observed_at: datetime | None
    believed_until: datetime | None
    next_free_at: datetime | None
    category_ids: list[int]
    served: list[int]
    reach: list[int]


@dataclass(frozen=True, kw_only=True)
class DeskEvent(ProviderEvent):
    """One of the provider's bookings moved; the booking's own stream says the rest."""

    kind: ClassVar[str] = "services.desk_changed"
    booking_id: int
    state: str
    starts_at: datetime
    finishes_at: datetime


@dataclass(frozen=True, kw_only=True)
class BookingEvent(Event):
    """Something on a booking, with all that its two sides need to redraw it."""

    booking_id: int
    state: str
    starts_at: datetime
    finishes_at: datetime

    @property
    def stream(self) -> str:
        return f"services.booking.{self.booking_id}"


@dataclass(frozen=True, kw_only=True)
class BookingHeld(BookingEvent):
    """A citizen holds a time while he makes up his mind."""

    kind: ClassVar[str] = "services.booking_held"
    held_until: datetime


@dataclass(frozen=True, kw_only=True)
class BookingRequested(BookingEvent):
    """A citizen asks for the time; the provider has until `respond_by`."""

    kind: ClassVar[str] = "services.booking_requested"
    respond_by: datetime


@dataclass(frozen=True, kw_only=True)
class BookingConfirmed(BookingEvent):
    """The provider said yes, by hand or by his setting."""

    kind: ClassVar[str] = "services.booking_confirmed"


@dataclass(frozen=True, kw_only=True)
class BookingDeclined(BookingEvent):
    """The provider said no; the nearest others come with it."""

    kind: ClassVar[str] = "services.booking_declined"
    reason: str
    alternative_ids: list[int]


@dataclass(frozen=True, kw_only=True)
class BookingExpired(BookingEvent):
    """A hold ran out, or the provider did not answer in time; the nearest others come with it."""

    kind: ClassVar[str] = "services.booking_expired"
    alternative_ids: list[int]


@dataclass(frozen=True, kw_only=True)
class BookingCancelled(BookingEvent):
    """One side, or an officer, called it off. The fee is what the citizen owes."""

    kind: ClassVar[str] = "services.booking_cancelled"
    by: str
    fee: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class BookingRescheduled(BookingEvent):
    """It moved to another time."""

    kind: ClassVar[str] = "services.booking_rescheduled"
    was_starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class BookingStarted(BookingEvent):
    """The work has begun."""

    kind: ClassVar[str] = "services.booking_started"
    by: str


@dataclass(frozen=True, kw_only=True)
class BookingDone(BookingEvent):
    """The provider says that the work is done, and what it costs."""

    kind: ClassVar[str] = "services.booking_done"
    final_amount: int
    closes_at: datetime


@dataclass(frozen=True, kw_only=True)
class BookingClosed(BookingEvent):
    """It is over, and can be reviewed."""

    kind: ClassVar[str] = "services.booking_closed"
    by: str


@dataclass(frozen=True, kw_only=True)
class NoShowReported(BookingEvent):
    """One side says that the other did not come; it may be contested until `contest_by`."""

    kind: ClassVar[str] = "services.no_show_reported"
    absent: str
    contest_by: datetime


@dataclass(frozen=True, kw_only=True)
class BookingDisputed(BookingEvent):
    """The two disagree; an officer decides."""

    kind: ClassVar[str] = "services.booking_disputed"
    by: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DisputeDecided(BookingEvent):
    """The dispute is over: CLOSED for the provider, REFUNDED for the citizen."""

    kind: ClassVar[str] = "services.dispute_decided"
    by: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class QuoteMoved(BookingEvent):
    """A quote was sent, accepted, rejected, replaced, or ran out."""

    kind: ClassVar[str] = "services.quote_moved"
    quote_id: int
    quote_state: str
    total: int
    expires_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class SittingEvent(Event):
    """Something at a sitting. Numbers are public, who has them is not."""

    sitting_id: int
    state: str
    taken: int
    now_serving: int
    waiting: int
    mean_seconds: int

    @property
    def stream(self) -> str:
        return f"services.sitting.{self.sitting_id}"


@dataclass(frozen=True, kw_only=True)
class SittingMoved(SittingEvent):
    """The sitting began, ended, or was called off."""

    kind: ClassVar[str] = "services.sitting_moved"


@dataclass(frozen=True, kw_only=True)
class SerialMoved(SittingEvent):
    """A number was taken, called, served, skipped, or given back."""

    kind: ClassVar[str] = "services.serial_moved"
    number: int
    serial_state: str


@dataclass(frozen=True, kw_only=True)
class PersonalEvent(Event):
    """Something that concerns one citizen; nobody else hears it."""

    account_id: int

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class YourBookingMoved(PersonalEvent):
    """One of your bookings moved; its own stream says the rest."""

    kind: ClassVar[str] = "services.your_booking_moved"
    booking_id: int
    state: str
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class YourSlotFell(PersonalEvent):
    """A time that you wanted has fallen free; whoever holds it first has it."""

    kind: ClassVar[str] = "services.your_slot_fell"
    provider_id: int
    service_id: int
    starts_at: datetime
    finishes_at: datetime


@dataclass(frozen=True, kw_only=True)
class YourTurnNears(PersonalEvent):
    """Your number is called, or will be soon."""

    kind: ClassVar[str] = "services.your_turn_nears"
    sitting_id: int
    number: int
    ahead: int


@dataclass(frozen=True, kw_only=True)
class YourSittingEnded(PersonalEvent):
    """The sitting at which you had a number ended or was called off before your turn."""

    kind: ClassVar[str] = "services.your_sitting_ended"
    sitting_id: int
    number: int
    state: str


@dataclass(frozen=True, kw_only=True)
class ReviewReceived(PersonalEvent):
    """Both sides have reviewed; what the other wrote can be read now."""

    kind: ClassVar[str] = "services.review_received"
    review_id: int
