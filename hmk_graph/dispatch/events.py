"""What happens to trips, drivers and the desk.

A trip's stream is heard by the rider, the driver and the desk alike: nobody's name, phone or point
is in it. What they may see of each other they read from the trip.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class TripEvent(Event):
    """Something on one trip's stream: the state it led to, and which attempt it is."""

    trip_id: int
    state: str
    attempt: int
    happened_at: datetime

    @property
    def stream(self) -> str:
        return f"dispatch.trip.{self.trip_id}"


@dataclass(frozen=True, kw_only=True)
class TripRequested(TripEvent):
    """Somebody asked for a trip, now or for an hour to come."""

    kind: ClassVar[str] = "dispatch.trip_requested"


@dataclass(frozen=True, kw_only=True)
class TripConfirmed(TripEvent):
    """The desk has rung the caller, and sends somebody."""

    kind: ClassVar[str] = "dispatch.trip_confirmed"


@dataclass(frozen=True, kw_only=True)
class SearchBegan(TripEvent):
    """The hour of a scheduled trip came near."""

    kind: ClassVar[str] = "dispatch.search_began"


@dataclass(frozen=True, kw_only=True)
class DriversAsked(TripEvent):
    """So many drivers within a circle were asked. None were within a narrower one."""

    kind: ClassVar[str] = "dispatch.drivers_asked"
    batch: int
    radius_m: int | None
    drivers: int


@dataclass(frozen=True, kw_only=True)
class TripAssigned(TripEvent):
    """A driver took it, or (tracking NONE) the desk reached one by voice."""

    kind: ClassVar[str] = "dispatch.trip_assigned"
    tracking: str


@dataclass(frozen=True, kw_only=True)
class DriverSetOut(TripEvent):
    """The driver is on the way to the pickup."""

    kind: ClassVar[str] = "dispatch.driver_set_out"


@dataclass(frozen=True, kw_only=True)
class DriverArrived(TripEvent):
    """The driver is at the pickup. Waiting is free until `free_until`."""

    kind: ClassVar[str] = "dispatch.driver_arrived"
    free_until: datetime


@dataclass(frozen=True, kw_only=True)
class TripStarted(TripEvent):
    """The rider is in the vehicle; the code was right."""

    kind: ClassVar[str] = "dispatch.trip_started"


@dataclass(frozen=True, kw_only=True)
class TripCompleted(TripEvent):
    """The end of the way, and what it costs."""

    kind: ClassVar[str] = "dispatch.trip_completed"
    fare: int


@dataclass(frozen=True, kw_only=True)
class TripCanceled(TripEvent):
    """Called off before it began. `by` is RIDER or DISPATCHER, `reason` an ONDC code or empty."""

    kind: ClassVar[str] = "dispatch.trip_canceled"
    by: str
    reason: str
    fee: int


@dataclass(frozen=True, kw_only=True)
class TripReallocated(TripEvent):
    """The driver dropped it, fell silent, or was taken off; another is searched for."""

    kind: ClassVar[str] = "dispatch.trip_reallocated"
    by: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class NoDriverFound(TripEvent):
    """Nobody came forward."""

    kind: ClassVar[str] = "dispatch.no_driver_found"


@dataclass(frozen=True, kw_only=True)
class TripEscalated(TripEvent):
    """No ambulance answered: all of the district are asked, and people at the desk."""

    kind: ClassVar[str] = "dispatch.trip_escalated"


@dataclass(frozen=True, kw_only=True)
class AlarmRepeated(TripEvent):
    """The desk was called again."""

    kind: ClassVar[str] = "dispatch.alarm_repeated"
    alarm: int


@dataclass(frozen=True, kw_only=True)
class CargoPickedUp(TripEvent):
    """What the trip carries is on the vehicle; whoever owns the reference hears of it."""

    kind: ClassVar[str] = "dispatch.cargo_picked_up"
    cargo_ref: str


@dataclass(frozen=True, kw_only=True)
class CargoHandedOver(TripEvent):
    """What the trip carried is where it should be, after so many meters."""

    kind: ClassVar[str] = "dispatch.cargo_handed_over"
    cargo_ref: str
    travelled_m: int | None


@dataclass(frozen=True, kw_only=True)
class DriverEvent(Event):
    """Something on a driver's own stream."""

    driver_id: int

    @property
    def stream(self) -> str:
        return f"dispatch.driver.{self.driver_id}"


@dataclass(frozen=True, kw_only=True)
class OfferMade(DriverEvent):
    """A trip is yours if you take it until `expires_at`."""

    kind: ClassVar[str] = "dispatch.offer_made"
    trip_offer_id: int
    trip_id: int
    trip_kind: str
    urgent: bool
    distance_m: int | None
    eta_s: int | None
    fare: int
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class OfferEnded(DriverEvent):
    """An offer to you is over: ACCEPTED by you, DECLINED, EXPIRED, TAKEN by another, WITHDRAWN."""

    kind: ClassVar[str] = "dispatch.offer_ended"
    trip_offer_id: int
    trip_id: int
    state: str


@dataclass(frozen=True, kw_only=True)
class TripLeft(DriverEvent):
    """A trip that was yours is no longer: it ended, was called off, or went to another driver."""

    kind: ClassVar[str] = "dispatch.trip_left"
    trip_id: int
    state: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class TripGiven(DriverEvent):
    """The desk gave you a trip, as agreed by voice."""

    kind: ClassVar[str] = "dispatch.trip_given"
    trip_id: int


@dataclass(frozen=True, kw_only=True)
class DriverAsked(DriverEvent):
    """You were not heard of for a minute: are you coming? Any position is an answer."""

    kind: ClassVar[str] = "dispatch.driver_asked"
    trip_id: int
    answer_by: datetime


@dataclass(frozen=True, kw_only=True)
class DriverDecided(DriverEvent):
    """An officer decided about you, or your licence ran out."""

    kind: ClassVar[str] = "dispatch.driver_decided"
    audited: ClassVar[bool] = True
    state: str
    reason: str
    # None: the clock did, or it was before these were written down.
    officer_id: int | None = None
    second_officer_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class VehicleDecided(DriverEvent):
    """An officer decided about a vehicle of yours."""

    kind: ClassVar[str] = "dispatch.vehicle_decided"
    vehicle_id: int
    state: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DutyChanged(DriverEvent):
    """You went to work (ONLINE), or home (OFF)."""

    kind: ClassVar[str] = "dispatch.duty_changed"
    mode: str
    vehicle_id: int | None


@dataclass(frozen=True, kw_only=True)
class DeskEvent(Event):
    """Something on the desk of a district."""

    place_id: int
    trip_id: int

    @property
    def stream(self) -> str:
        return f"dispatch.desk.{self.place_id}"


@dataclass(frozen=True, kw_only=True)
class DeskAlarmed(DeskEvent):
    """An ambulance is wanted and none has come forward. Repeated each minute until one has."""

    kind: ClassVar[str] = "dispatch.desk_alarmed"
    alarm: int


@dataclass(frozen=True, kw_only=True)
class DeskAsked(DeskEvent):
    """A trip waits for a person's word: its caller is to be rung, or it has not moved for hours."""

    kind: ClassVar[str] = "dispatch.desk_asked"


@dataclass(frozen=True, kw_only=True)
class DeskCleared(DeskEvent):
    """A trip needs nobody's word any more; `state` says where it went."""

    kind: ClassVar[str] = "dispatch.desk_cleared"
    state: str


@dataclass(frozen=True, kw_only=True)
class PersonalEvent(Event):
    """Something that concerns one person; nobody else hears it."""

    account_id: int
    trip_id: int

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"


@dataclass(frozen=True, kw_only=True)
class YourTripMoved(PersonalEvent):
    """A trip that you asked for has come to another state."""

    kind: ClassVar[str] = "dispatch.your_trip_moved"
    state: str


@dataclass(frozen=True, kw_only=True)
class DutyCalled(PersonalEvent):
    """You are on duty at the desk, and no ambulance has come forward."""

    kind: ClassVar[str] = "dispatch.duty_called"
    place_id: int
    alarm: int
