"""What drivers do with offers and trips, and what the desk may do in their place."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import strawberry

from hmk_graph.dispatch import (
    answering,
    assigning,
    confirming,
    reallocating,
    riding,
    standing_by,
    tracking,
)
from hmk_graph.dispatch.location_rules import RawPoint
from schema import ids
from schema.accounts.refusals import AccountSuspended, PhoneNotValid
from schema.context import Info
from schema.dispatch.choices import Freshness, Reason
from schema.dispatch.drivers import Driver, TripOffer
from schema.dispatch.refusals import (
    DriverBusy,
    NotADriver,
    NotAtPickup,
    NotAtWork,
    StillOnTrip,
    TooManyPoints,
    TripCodeWrong,
    TripOfferGone,
    VehicleNotUsable,
)
from schema.dispatch.requesting import TripInput
from schema.dispatch.trips import Trip, shown
from schema.errors import ErrorsAsData, NotFound, StaleState


@strawberry.type(description="What became of a batch of positions.")
class PositionsTaken:
    taken: int = strawberry.field(description="How many points were taken.")
    dropped: int = strawberry.field(description="How many were not: old, nowhere, repeated.")
    repeated: bool = strawberry.field(description="Whether the batch had come before.")
    freshness: Freshness = strawberry.field(
        description="How fresh you look to others. STALE at once: your clock is behind."
    )
    server_now: datetime = strawberry.field(description="The server's clock.")


@strawberry.input(description="A vehicle.")
class VehicleInput:
    vehicle_id: strawberry.ID = strawberry.field(description="Which vehicle.")


@strawberry.input(description="An offer.")
class TripOfferInput:
    trip_offer_id: strawberry.ID = strawberry.field(description="Which offer.")


@strawberry.input(description="An offer that is not taken.")
class DeclineTripOfferInput:
    trip_offer_id: strawberry.ID = strawberry.field(description="Which offer.")
    reason: Reason | None = strawberry.field(default=None, description="Why, if one likes.")


@strawberry.input(description="A trip to begin.")
class StartTripInput:
    trip_id: strawberry.ID = strawberry.field(description="Which trip.")
    code: str = strawberry.field(
        default="", description="What the rider told you; an ambulance needs none."
    )


@strawberry.input(description="A trip that is over.")
class CompleteTripInput:
    trip_id: strawberry.ID = strawberry.field(description="Which trip.")
    reason: Reason | None = strawberry.field(default=None, description="Why, if it ended early.")
    note: str = strawberry.field(default="", description="In one's own words.")


@strawberry.input(description="A trip that another driver is to have.")
class DropTripInput:
    trip_id: strawberry.ID = strawberry.field(description="Which trip.")
    reason: Reason = strawberry.field(description="Why.")


@strawberry.input(description="Whom the desk reached by voice.")
class AssignTripInput:
    trip_id: strawberry.ID = strawberry.field(description="Which trip.")
    driver_id: strawberry.ID | None = strawberry.field(
        default=None, description="A driver of ours; else name and phone are needed."
    )
    name: str = strawberry.field(default="", description="Who comes.")
    phone: str = strawberry.field(default="", description="Where to call.")
    vehicle: str = strawberry.field(default="", description="How to know the vehicle.")


@strawberry.input(description="Where a phone was.")
class PositionInput:
    at: datetime = strawberry.field(description="When, by the phone's clock.")
    lat: float = strawberry.field(description="Degrees north.")
    lng: float = strawberry.field(description="Degrees east.")
    accuracy_m: float = strawberry.field(description="How sure it is, in meters.")


@strawberry.input(description="A batch of positions from a driver's phone.")
class ReportPositionsInput:
    seq: int = strawberry.field(description="The batch's number since going to work, from 1.")
    points: list[PositionInput] = strawberry.field(description="1 to 100, in any order.")


DutyResult = Annotated[
    Driver | NotADriver | VehicleNotUsable | StillOnTrip | NotFound | AccountSuspended,
    strawberry.union("DutyResult", description="The driver, or why not."),
]
GoOfflineResult = Annotated[
    Driver | NotADriver | StillOnTrip | AccountSuspended,
    strawberry.union("GoOfflineResult", description="The driver, or why not."),
]
AcceptTripOfferResult = Annotated[
    Trip | TripOfferGone | DriverBusy | NotADriver | NotFound | AccountSuspended,
    strawberry.union("AcceptTripOfferResult", description="The trip is yours, or why not."),
]
DeclineTripOfferResult = Annotated[
    TripOffer | TripOfferGone | NotADriver | NotFound | AccountSuspended,
    strawberry.union("DeclineTripOfferResult", description="The offer, or why not."),
]
TripStepResult = Annotated[
    Trip | StaleState | NotFound | AccountSuspended,
    strawberry.union("TripStepResult", description="The trip, or why not."),
]
ArriveResult = Annotated[
    Trip | NotAtPickup | StaleState | NotFound | AccountSuspended,
    strawberry.union("ArriveResult", description="The trip, or why not."),
]
StartTripResult = Annotated[
    Trip | TripCodeWrong | StaleState | NotFound | AccountSuspended,
    strawberry.union("StartTripResult", description="The trip, or why not."),
]
DropTripResult = Annotated[
    Trip | StaleState | NotFound | AccountSuspended,
    strawberry.union("DropTripResult", description="The trip, or why not."),
]
AssignTripResult = Annotated[
    Trip | DriverBusy | PhoneNotValid | StaleState | NotFound | AccountSuspended,
    strawberry.union("AssignTripResult", description="The trip, or why not."),
]
ReportPositionsResult = Annotated[
    PositionsTaken | NotAtWork | TooManyPoints,
    strawberry.union("ReportPositionsResult", description="What became of them, or why not."),
]


@strawberry.type
class DrivingMutation:
    @strawberry.mutation(
        description="Go to work with a vehicle. Batches of positions count from 1 again.",
        extensions=[ErrorsAsData()],
    )
    async def go_online(self, info: Info, input: VehicleInput) -> DutyResult:
        row = await standing_by.go_online(
            info.context.require_viewer(),
            ids.decode(input.vehicle_id, "Vehicle"),
            whereabouts=info.context.whereabouts,
            clock=info.context.clock,
        )
        return Driver(row=row)

    @strawberry.mutation(description="Go home.", extensions=[ErrorsAsData()])
    async def go_offline(self, info: Info) -> GoOfflineResult:
        row = await standing_by.go_offline(
            info.context.require_viewer(),
            whereabouts=info.context.whereabouts,
            clock=info.context.clock,
        )
        return Driver(row=row)

    @strawberry.mutation(
        description="Say where you are. Send batches as they come, once a second at most.",
        extensions=[ErrorsAsData()],
    )
    async def report_positions(
        self, info: Info, input: ReportPositionsInput
    ) -> ReportPositionsResult:
        told = await tracking.report_positions(
            info.context.require_viewer(),
            input.seq,
            [
                RawPoint(at=one.at, lat=one.lat, lng=one.lng, accuracy_m=one.accuracy_m)
                for one in input.points
            ],
            whereabouts=info.context.whereabouts,
            announce=info.context.announce,
            clock=info.context.clock,
        )
        return PositionsTaken(
            taken=told.taken,
            dropped=told.dropped,
            repeated=told.repeated,
            freshness=told.freshness,
            server_now=told.server_now,
        )

    @strawberry.mutation(description="Take an offered trip.", extensions=[ErrorsAsData()])
    async def accept_trip_offer(self, info: Info, input: TripOfferInput) -> AcceptTripOfferResult:
        row = await answering.accept_offer(
            info.context.require_viewer(),
            ids.decode(input.trip_offer_id, "TripOffer"),
            clock=info.context.clock,
        )
        return shown(row)

    @strawberry.mutation(
        description="Leave an offered trip to others.", extensions=[ErrorsAsData()]
    )
    async def decline_trip_offer(
        self, info: Info, input: DeclineTripOfferInput
    ) -> DeclineTripOfferResult:
        row = await answering.decline_offer(
            info.context.require_viewer(),
            ids.decode(input.trip_offer_id, "TripOffer"),
            reason=input.reason,
            whereabouts=info.context.whereabouts,
            clock=info.context.clock,
        )
        return TripOffer(row=row)

    @strawberry.mutation(
        description="Say that you are on the way to the pickup (driver, desk).",
        extensions=[ErrorsAsData()],
    )
    async def set_out(self, info: Info, input: TripInput) -> TripStepResult:
        return shown(await riding.set_out(*_whose(info, input), clock=info.context.clock))

    @strawberry.mutation(
        description="Say that the driver is at the pickup (driver by position; rider, desk).",
        extensions=[ErrorsAsData()],
    )
    async def arrive(self, info: Info, input: TripInput) -> ArriveResult:
        row = await riding.arrive(
            *_whose(info, input),
            whereabouts=info.context.whereabouts,
            clock=info.context.clock,
        )
        return shown(row)

    @strawberry.mutation(
        description="Begin the way with the rider's code (driver; the desk without).",
        extensions=[ErrorsAsData()],
    )
    async def start_trip(self, info: Info, input: StartTripInput) -> StartTripResult:
        row = await riding.start(*_whose(info, input), code=input.code, clock=info.context.clock)
        return shown(row)

    @strawberry.mutation(
        description="End the way; the fare is frozen (driver, desk).",
        extensions=[ErrorsAsData()],
    )
    async def complete_trip(self, info: Info, input: CompleteTripInput) -> TripStepResult:
        row = await riding.complete(
            *_whose(info, input),
            reason=input.reason,
            note=input.note,
            clock=info.context.clock,
        )
        return shown(row)

    @strawberry.mutation(
        description="Give a trip back before it has begun, or take it from its driver (desk).",
        extensions=[ErrorsAsData()],
    )
    async def drop_trip(self, info: Info, input: DropTripInput) -> DropTripResult:
        row = await reallocating.drop_trip(
            *_whose(info, input),
            input.reason,
            whereabouts=info.context.whereabouts,
            clock=info.context.clock,
        )
        return shown(row)

    @strawberry.mutation(
        description="Send somebody, now that the caller was rung (dispatchers).",
        extensions=[ErrorsAsData()],
    )
    async def confirm_trip(self, info: Info, input: TripInput) -> TripStepResult:
        row = await confirming.confirm_trip(
            *_whose(info, input),
            whereabouts=info.context.whereabouts,
            clock=info.context.clock,
        )
        return shown(row)

    @strawberry.mutation(
        description="Give a trip to a driver whom the desk reached by voice (dispatchers).",
        extensions=[ErrorsAsData()],
    )
    async def assign_trip(self, info: Info, input: AssignTripInput) -> AssignTripResult:
        voice = assigning.Voice(
            driver_id=None if input.driver_id is None else ids.decode(input.driver_id, "Driver"),
            name=input.name,
            phone=input.phone,
            vehicle=input.vehicle,
        )
        row = await assigning.assign_by_voice(*_whose(info, input), voice, clock=info.context.clock)
        return shown(row)


def _whose(info: Info, input: Any) -> tuple[int, int]:  # Any: an input with `trip_id`
    return info.context.require_viewer(), ids.decode(input.trip_id, "Trip")
